// SPDX-License-Identifier: Apache-2.0
package dev.clew.jaxrs.server;

import dev.clew.instrument.http.HttpServerSpan;
import dev.clew.instrument.http.HttpServerTracer;
import dev.clew.instrument.runtime.Tracing;
import dev.clew.jaxrs.JaxrsOptions;
import dev.clew.jaxrs.internal.Application;
import dev.clew.jaxrs.internal.Endpoints;
import jakarta.ws.rs.container.ContainerRequestContext;

/** How JAX-RS starts server spans in one application. Thread-safe. */
final class OwnerTracing {

  private final HttpServerTracer tracer;
  private final Endpoints endpoints;
  private final boolean enabled;

  private OwnerTracing(HttpServerTracer tracer, Endpoints endpoints, boolean enabled) {
    this.tracer = tracer;
    this.endpoints = endpoints;
    this.enabled = enabled;
  }

  static OwnerTracing of(Tracing tracing) {
    return new OwnerTracing(
        new HttpServerTracer(tracing.openTelemetry(), tracing.settings()),
        Application.of(Tracing.applicationLoader()).endpoints(),
        tracing.settings().get(JaxrsOptions.JAXRS_ENABLED));
  }

  /** {@code null} for a request that is not to be traced, not even to carry a trace on. */
  HttpServerSpan start(ContainerRequestContext request) {
    if (!enabled || isUntraced(request)) {
      return null;
    }
    return tracer.start(new ContainerRequestView(request));
  }

  private boolean isUntraced(ContainerRequestContext request) {
    return endpoints.hasUntraced()
        && endpoints.isUntraced(request.getMethod(), request.getUriInfo().getPath());
  }
}
