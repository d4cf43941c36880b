// SPDX-License-Identifier: Apache-2.0
package dev.clew.jaxrs.servlet;

import dev.clew.api.config.Settings;
import dev.clew.instrument.Guard;
import dev.clew.instrument.InstrumentOptions;
import dev.clew.instrument.runtime.Lease;
import dev.clew.instrument.runtime.Tracing;
import dev.clew.jaxrs.JaxrsOptions;
import dev.clew.jaxrs.internal.Application;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;

/**
 * Keeps Clew running as long as the web application does. Where CDI has started it, this is one
 * more lease on the same; some containers make filters only at the first request, which would be
 * late, also to say what is wrong with the configuration.
 */
public final class TracingLifecycle implements ServletContextListener {

  private Lease lease;

  @Override
  public synchronized void contextInitialized(ServletContextEvent event) {
    if (lease == null) {
      try {
        application().ownedByServlets(true);
        lease = Leases.take(event.getServletContext());
        readOptions(lease.tracing().settings());
      } catch (Throwable failure) {
        Guard.failed("start with the web application", failure);
      }
    }
  }

  private static void readOptions(Settings settings) {
    InstrumentOptions.all().forEach(settings::get);
    JaxrsOptions.all().forEach(settings::get);
  }

  private static Application application() {
    return Application.of(Tracing.applicationLoader());
  }

  @Override
  public synchronized void contextDestroyed(ServletContextEvent event) {
    Lease last = lease;
    lease = null;
    if (last != null) {
      try {
        application().ownedByServlets(false);
      } catch (Throwable failure) {
        Guard.failed("forget the web application", failure);
      }
      last.close();
    }
  }
}
