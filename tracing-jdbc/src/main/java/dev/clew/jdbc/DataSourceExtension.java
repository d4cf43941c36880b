// SPDX-License-Identifier: Apache-2.0
package dev.clew.jdbc;

import dev.clew.instrument.Guard;
import dev.clew.instrument.runtime.Tracing;
import jakarta.annotation.Resource;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.BeforeShutdown;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessInjectionTarget;
import jakarta.enterprise.inject.spi.ProcessProducer;
import java.lang.reflect.Field;
import java.util.List;
import javax.sql.DataSource;

/**
 * Puts tracing around the container's DataSources, without touching the application: in fields with
 * {@code @Resource}, and where a producer gives one to other beans. Found by the container; nothing
 * for applications to call.
 */
public class DataSourceExtension implements Extension {

  /** Made by the container. */
  public DataSourceExtension() {}

  <T> void injectTraced(@Observes ProcessInjectionTarget<T> event) {
    List<Field> fields = ResourceFields.of(event.getAnnotatedType().getJavaClass());
    if (!fields.isEmpty()) {
      event.setInjectionTarget(new TracedInjection<>(event.getInjectionTarget(), fields));
    }
  }

  <T, X> void produceTraced(@Observes ProcessProducer<T, X> event) {
    boolean resource = event.getAnnotatedMember().isAnnotationPresent(Resource.class);
    if (resource && event.getAnnotatedMember().getBaseType() == DataSource.class) {
      event.setProducer(new TracedProducer<>(event.getProducer()));
    }
  }

  void stop(@Observes BeforeShutdown event) {
    Guard.run("take back the driver", DataSourceExtension::takeBackDriver);
  }

  /** Where this library is not the application's alone, the driver stays. */
  private static void takeBackDriver() {
    ClassLoader ours = DataSourceExtension.class.getClassLoader();
    if (ours == Tracing.applicationLoader() && ours != ClassLoader.getSystemClassLoader()) {
      TracingDriver.deregister();
    }
  }
}
