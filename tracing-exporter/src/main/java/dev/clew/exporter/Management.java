// SPDX-License-Identifier: Apache-2.0
package dev.clew.exporter;

import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.management.InstanceAlreadyExistsException;
import javax.management.JMException;
import javax.management.ObjectName;
import javax.management.StandardMBean;

/** Shows an exporter in JMX for as long as it runs. JMX that does not work is no reason to fail. */
final class Management {

  private static final Logger LOGGER = Logger.getLogger("dev.clew");
  private static final int MAX_IDS = 1000;

  private final Supplier<Map<String, Long>> counts;
  private String application = "unknown";
  private ObjectName registered;
  private boolean over;

  Management(Supplier<Map<String, Long>> counts) {
    this.counts = counts;
  }

  /** Registers it, once, under the first number that is free: applications may share a name. */
  synchronized void register(String serviceName) {
    if (registered != null || over) {
      return;
    }
    application = serviceName;
    try {
      StandardMBean bean = new StandardMBean(new Bean(counts), ExporterMXBean.class, true);
      for (int id = 1; id <= MAX_IDS && registered == null; id++) {
        registered = tryRegister(bean, id);
      }
    } catch (JMException | RuntimeException | LinkageError unavailable) {
      LOGGER.log(Level.FINE, "no JMX", unavailable);
    }
  }

  private ObjectName tryRegister(StandardMBean bean, int id) throws JMException {
    ObjectName name =
        new ObjectName(
            "dev.clew:type=Exporter,application=" + ObjectName.quote(application) + ",id=" + id);
    try {
      return ManagementFactory.getPlatformMBeanServer().registerMBean(bean, name).getObjectName();
    } catch (InstanceAlreadyExistsException taken) {
      return null;
    }
  }

  synchronized void unregister() {
    over = true;
    if (registered == null) {
      return;
    }
    try {
      ManagementFactory.getPlatformMBeanServer().unregisterMBean(registered);
    } catch (JMException | RuntimeException | LinkageError unavailable) {
      LOGGER.log(Level.FINE, "no JMX", unavailable);
    }
    registered = null;
  }

  synchronized String application() {
    return application;
  }

  private record Bean(Supplier<Map<String, Long>> counts) implements ExporterMXBean {

    @Override
    public long getAccepted() {
      return counts.get().get("accepted");
    }

    @Override
    public long getRefused() {
      return counts.get().get("refused");
    }

    @Override
    public Map<String, Long> getCounts() {
      return counts.get();
    }
  }
}
