// SPDX-License-Identifier: Apache-2.0
package dev.clew.jaxrs.servlet;

import dev.clew.instrument.Guard;
import dev.clew.instrument.runtime.Lease;
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
      lease = Guard.call("start with the web application", () -> take(event), null);
    }
  }

  private static Lease take(ServletContextEvent event) {
    return Leases.take(event.getServletContext());
  }

  @Override
  public synchronized void contextDestroyed(ServletContextEvent event) {
    Lease last = lease;
    lease = null;
    if (last != null) {
      Guard.run("stop with the web application", last::close);
    }
  }
}
