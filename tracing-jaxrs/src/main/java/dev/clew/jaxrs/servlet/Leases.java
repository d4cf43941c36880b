// SPDX-License-Identifier: Apache-2.0
package dev.clew.jaxrs.servlet;

import dev.clew.instrument.runtime.Lease;
import dev.clew.instrument.runtime.Startup;
import dev.clew.instrument.runtime.Tracing;
import jakarta.servlet.ServletContext;

/** How a web application asks for Clew. */
final class Leases {

  private Leases() {}

  static Lease take(ServletContext context) {
    // A server that provides an OpenTelemetry does so as a CDI bean, and CDI starts before
    // servlets.
    return Tracing.start(new Startup(Tracing.applicationLoader(), name(context)));
  }

  private static String name(ServletContext context) {
    String path = context.getContextPath();
    return path == null || path.length() < 2 ? context.getServletContextName() : path.substring(1);
  }
}
