// SPDX-License-Identifier: Apache-2.0
package dev.clew.jaxrs.server;

import dev.clew.instrument.Guard;
import dev.clew.instrument.http.HttpServerSpan;
import dev.clew.jaxrs.internal.PerTracing;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.IOException;

/**
 * Owns the server span as well as the API of JAX-RS lets a filter do so: from before matching until
 * the entity has been written, or until the last response filter where there is none. What it
 * cannot see: exceptions that a mapper has turned into a response, the connection, and whatever
 * goes wrong where JAX-RS calls no filter any more; such a span ends when the request is forgotten.
 * To be registered first of all. Thread-safe.
 */
@PreMatching
final class OwnerFilter
    implements ContainerRequestFilter, ContainerResponseFilter, WriterInterceptor {

  private final PerTracing<OwnerTracing> tracings = new PerTracing<>(OwnerTracing::of);

  @Override
  public void filter(ContainerRequestContext request) {
    try {
      ResourceScope.closeLeftover();
      if (HttpServerSpan.current().isInert()) {
        HttpServerSpan span = tracings.get().start(request);
        if (!span.isInert()) {
          request.setProperty(ServerSpans.PROPERTY, new OwnedRequest(span));
        }
      }
    } catch (Throwable failure) {
      Guard.failed("start the span of a JAX-RS request", failure);
    }
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    try {
      if (request.getProperty(ServerSpans.PROPERTY) instanceof OwnedRequest owned) {
        owned.answered(response);
        if (!response.hasEntity() || HttpMethod.HEAD.equals(request.getMethod())) {
          owned.end();
        }
      }
    } catch (Throwable failure) {
      Guard.failed("end the span of a JAX-RS request", failure);
    }
  }

  @Override
  public void aroundWriteTo(WriterInterceptorContext context) throws IOException {
    OwnedRequest owned = owned(context);
    if (owned == null) {
      context.proceed();
      return;
    }
    try {
      context.proceed();
    } catch (Throwable thrown) {
      owned.failed(thrown);
      throw thrown;
    } finally {
      owned.end();
    }
  }

  private static OwnedRequest owned(WriterInterceptorContext context) {
    Object owned =
        Guard.call(
            "find the span of a JAX-RS response",
            () -> context.getProperty(ServerSpans.PROPERTY),
            null);
    return owned instanceof OwnedRequest found ? found : null;
  }
}
