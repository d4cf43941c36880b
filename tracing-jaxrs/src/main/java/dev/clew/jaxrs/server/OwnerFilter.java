// SPDX-License-Identifier: Apache-2.0
package dev.clew.jaxrs.server;

import dev.clew.instrument.Guard;
import dev.clew.instrument.OpenCalls;
import dev.clew.instrument.http.HttpServerSpan;
import dev.clew.jaxrs.internal.PerTracing;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;

/**
 * Owns the server span as well as the API of JAX-RS lets a filter do so: from before matching until
 * the last response filter. What it cannot see: how the entity is written, exceptions that a mapper
 * has turned into a response, the connection, and whatever goes wrong where JAX-RS calls no filter
 * any more; such a span ends when the request is forgotten. A writer interceptor would see the
 * entity, but not every failure of it, and its mere presence keeps RESTEasy from writing without
 * blocking. To be registered first of all. Thread-safe.
 */
@PreMatching
final class OwnerFilter implements ContainerRequestFilter, ContainerResponseFilter {

  private final PerTracing<OwnerTracing> tracings = new PerTracing<>(OwnerTracing::of);

  @Override
  public void filter(ContainerRequestContext request) {
    try {
      ResourceScope.closeLeftover();
      if (HttpServerSpan.current().isInert()) {
        HttpServerSpan span = tracings.get().start(request);
        if (span != null) {
          request.setProperty(OwnedRequest.PROPERTY, new OwnedRequest(span));
        }
      }
    } catch (Throwable failure) {
      Guard.failed("start the span of a JAX-RS request", failure);
    }
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    try {
      if (request.getProperty(OwnedRequest.PROPERTY) instanceof OwnedRequest owned) {
        OpenCalls.leaveThread();
        owned.end(response);
      }
    } catch (Throwable failure) {
      Guard.failed("end the span of a JAX-RS request", failure);
    }
  }
}
