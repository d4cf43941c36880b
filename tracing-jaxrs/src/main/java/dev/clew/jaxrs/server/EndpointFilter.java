// SPDX-License-Identifier: Apache-2.0
package dev.clew.jaxrs.server;

import dev.clew.api.config.Settings;
import dev.clew.instrument.Guard;
import dev.clew.instrument.http.HttpServerSpan;
import dev.clew.instrument.runtime.Tracing;
import dev.clew.jaxrs.JaxrsOptions;
import dev.clew.jaxrs.JaxrsOptions.OperationName;
import dev.clew.jaxrs.internal.PerTracing;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import java.util.Optional;

/** Tells the server span which endpoint it has reached. One for each endpoint; thread-safe. */
final class EndpointFilter implements ContainerRequestFilter {

  private final Endpoint endpoint;
  private final Routes routes;

  /** Empty where nothing is to be said. */
  private final PerTracing<Optional<OperationName>> naming =
      new PerTracing<>(EndpointFilter::naming);

  EndpointFilter(Endpoint endpoint) {
    this.endpoint = endpoint;
    this.routes = new Routes(endpoint);
  }

  @Override
  public void filter(ContainerRequestContext request) {
    try {
      HttpServerSpan span = OwnedRequest.spanOf(request);
      if (span.isRecording()) {
        describe(span, request);
      }
    } catch (Throwable failure) {
      Guard.failed("say which resource method a request reached", failure);
    }
  }

  private void describe(HttpServerSpan span, ContainerRequestContext request) {
    Optional<OperationName> chosen = naming.get();
    if (chosen.isEmpty()) {
      return;
    }
    Routes.Route route = routes.of(request.getUriInfo(), span.path());
    span.resourceMethod(endpoint.type(), endpoint.method(), endpoint.functionName());
    span.name(name(chosen.get(), route));
    span.route(route.full());
  }

  /** {@code null} for the usual name. */
  private String name(OperationName chosen, Routes.Route route) {
    if (!endpoint.operationName().isEmpty()) {
      return endpoint.operationName();
    }
    if (chosen == OperationName.CLASS_METHOD) {
      return endpoint.httpMethod() + ':' + endpoint.functionName();
    }
    return chosen == OperationName.HTTP_PATH
        ? endpoint.httpMethod() + ':' + route.withinApplication()
        : null;
  }

  private static Optional<OperationName> naming(Tracing tracing) {
    Settings settings = tracing.settings();
    return settings.get(JaxrsOptions.JAXRS_ENABLED)
        ? Optional.of(settings.get(JaxrsOptions.OPERATION_NAME))
        : Optional.empty();
  }
}
