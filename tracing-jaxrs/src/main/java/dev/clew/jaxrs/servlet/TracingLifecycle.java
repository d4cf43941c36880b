// SPDX-License-Identifier: Apache-2.0
package dev.clew.jaxrs.servlet;

import dev.clew.instrument.Guard;
import dev.clew.instrument.runtime.Lease;
import dev.clew.instrument.runtime.Tracing;
import dev.clew.jaxrs.internal.Application;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;

/**
 * Keeps Clew running as long as the web application does. Where CDI has started it, this is one
 * more lease on the same; some containers make filters only at the first request, which would be
 * late.
 */
public final class TracingLifecycle implements ServletContextListener {

  private Lease lease;

  @Override
  public synchronized void contextInitialized(ServletContextEvent event) {
    if (lease == null) {
      lease = Guard.call("start with the web application", () -> start(event), null);
    }
  }

  private static Lease start(ServletContextEvent event) {
    application().ownedByServlets(true);
    return Leases.take(event.getServletContext());
  }

  private static Application application() {
    return Application.of(Tracing.applicationLoader());
  }

  @Override
  public synchronized void contextDestroyed(ServletContextEvent event) {
    Lease last = lease;
    lease = null;
    if (last != null) {
      Guard.run("forget the web application", () -> application().ownedByServlets(false));
      Guard.run("stop with the web application", last::close);
    }
  }
}
