// SPDX-License-Identifier: Apache-2.0
package dev.clew.jaxrs.server;

import dev.clew.instrument.Guard;
import dev.clew.instrument.http.HttpServerSpan;
import dev.clew.instrument.runtime.Tracing;
import dev.clew.jaxrs.JaxrsOptions;
import dev.clew.jaxrs.JaxrsOptions.OperationName;
import dev.clew.jaxrs.internal.PerTracing;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;

/** Tells the server span which endpoint it has reached. One for each endpoint; thread-safe. */
final class EndpointFilter implements ContainerRequestFilter {

  private final Endpoint endpoint;
  private final Routes routes;
  private final PerTracing<Naming> naming = new PerTracing<>(Naming::of);

  EndpointFilter(Endpoint endpoint) {
    this.endpoint = endpoint;
    this.routes = new Routes(endpoint);
  }

  @Override
  public void filter(ContainerRequestContext request) {
    try {
      HttpServerSpan span = ServerSpans.of(request);
      if (span.isRecording()) {
        describe(span, request);
      }
    } catch (Throwable failure) {
      Guard.failed("say which resource method a request reached", failure);
    }
  }

  private void describe(HttpServerSpan span, ContainerRequestContext request) {
    Naming chosen = naming.get();
    if (!chosen.enabled) {
      return;
    }
    Routes.Route route = routes.of(request.getUriInfo());
    span.resourceMethod(endpoint.type(), endpoint.method());
    span.name(name(chosen.names, route));
    span.route(route.full());
  }

  /** {@code null} for the usual name. */
  private String name(OperationName names, Routes.Route route) {
    if (!endpoint.operationName().isEmpty()) {
      return endpoint.operationName();
    }
    return switch (names) {
      case ROUTE -> null;
      case CLASS_METHOD ->
          endpoint.httpMethod()
              + ':'
              + endpoint.type().getName()
              + '.'
              + endpoint.method().getName();
      case HTTP_PATH -> endpoint.httpMethod() + ':' + route.withinApplication();
    };
  }

  private record Naming(boolean enabled, OperationName names) {

    static Naming of(Tracing tracing) {
      return new Naming(
          tracing.settings().get(JaxrsOptions.JAXRS_ENABLED),
          tracing.settings().get(JaxrsOptions.OPERATION_NAME));
    }
  }
}
