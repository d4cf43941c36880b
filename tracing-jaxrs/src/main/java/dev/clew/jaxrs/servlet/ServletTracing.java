// SPDX-License-Identifier: Apache-2.0
package dev.clew.jaxrs.servlet;

import dev.clew.instrument.Guard;
import dev.clew.instrument.http.HttpServerSpan;
import dev.clew.instrument.http.HttpServerTracer;
import dev.clew.instrument.runtime.Lease;
import dev.clew.instrument.runtime.Tracing;
import dev.clew.instrument.stream.Opening;
import dev.clew.jaxrs.JaxrsOptions;
import dev.clew.jaxrs.internal.Application;
import dev.clew.jaxrs.internal.Endpoints;
import dev.clew.jaxrs.internal.Upgrades;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What the filter needs from start to stop. Thread-safe. */
final class ServletTracing {

  private final Lease lease;
  private final HttpServerTracer tracer;
  private final Endpoints endpoints;
  private final Upgrades upgrades;
  private final String contextPath;

  /** Those left to other threads: as many as there are such requests under way. */
  private final Set<Exchange> asynchronous = ConcurrentHashMap.newKeySet();

  private volatile boolean stopped;

  private ServletTracing(Lease lease, Application application, String contextPath) {
    Tracing tracing = lease.tracing();
    this.lease = lease;
    this.tracer = new HttpServerTracer(tracing.openTelemetry(), tracing.settings());
    this.endpoints = application.endpoints();
    this.upgrades = application.upgrades();
    this.contextPath = contextPath == null ? "" : contextPath;
  }

  /** {@code null} where requests are not to be traced. */
  static ServletTracing start(ServletContext context) {
    Lease lease = Leases.take(context);
    try {
      if (lease.tracing().settings().get(JaxrsOptions.SERVLET_ENABLED)) {
        Application application = Application.of(Tracing.applicationLoader());
        if (handsConnectionsOn(context)) {
          application.upgrades().byPathOnly();
        }
        return new ServletTracing(lease, application, context.getContextPath());
      }
    } catch (Throwable failure) {
      lease.close();
      throw failure;
    }
    lease.close();
    return null;
  }

  /**
   * Whether upgraded connections are served by another thread than their request, as in Liberty.
   */
  private static boolean handsConnectionsOn(ServletContext context) {
    Object webSockets = context.getAttribute("jakarta.websocket.server.ServerContainer");
    return webSockets != null && webSockets.getClass().getName().startsWith("com.ibm.ws.");
  }

  /** Ends what is still open: after this nobody would. */
  void stop() {
    stopped = true;
    for (Exchange exchange : asynchronous) {
      exchange.giveUp();
    }
    lease.close();
  }

  /** A new exchange, with the span of the request; not traced where the application says so. */
  Exchange begin(HttpServletRequest request, HttpServletResponse response) {
    if (endpoints.hasUntraced() && endpoints.isUntraced(request.getMethod(), pathOf(request))) {
      return Exchange.UNTRACED;
    }
    HttpServerSpan span = tracer.start(new RequestView(request));
    return new Exchange(this, span, span.isRecording() ? routeOf(request) : null, response);
  }

  /** Does not throw: once the span has started, somebody must end it. */
  private String routeOf(HttpServletRequest request) {
    try {
      return MappedRoute.of(contextPath, request);
    } catch (Throwable failure) {
      Guard.failed("read a servlet's mapping", failure);
      return null;
    }
  }

  /** A request is about to end with its connection upgraded: its endpoint is to know of it. */
  void upgraded(HttpServerSpan span, HttpServletRequest request) {
    String info = request.getPathInfo();
    String path = request.getServletPath() + (info == null ? "" : info);
    String route = upgrades.route(path);
    if (route != null) {
      span.route(contextPath + route);
    }
    upgrades.leave(request.getRequestURI(), route, Opening.of(span.context()));
  }

  /** A request may leave its thread while the application stops. */
  void add(Exchange exchange) {
    asynchronous.add(exchange);
    if (stopped) {
      exchange.giveUp();
    }
  }

  void remove(Exchange exchange) {
    asynchronous.remove(exchange);
  }

  /** What JAX-RS matches, where it is a servlet. */
  private static String pathOf(HttpServletRequest request) {
    String info = request.getPathInfo();
    return info != null ? info : request.getServletPath();
  }
}
