// SPDX-License-Identifier: Apache-2.0
package dev.clew.jaxrs.server;

import dev.clew.instrument.Strays;
import dev.clew.instrument.http.HttpServerSpan;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;

/**
 * A request whose span JAX-RS owns, as a property of that request. When the request is forgotten,
 * this is too, and the span ends. Thread-safe.
 */
final class OwnedRequest {

  /** The request property. */
  static final String PROPERTY = "dev.clew.exchange";

  private static final Strays<Open> OPEN = new Strays<>();

  private final HttpServerSpan span;

  /** {@code null} where nothing is recorded, so that nothing would be missed. */
  private final Strays.Watch<Open> watch;

  private volatile ResourceScope.Opened scope;

  OwnedRequest(HttpServerSpan span) {
    this.span = span;
    this.watch = span.isRecording() ? OPEN.watch(this, new Open(span)) : null;
  }

  /** The span that a JAX-RS filter started, else the current one; an inert one for none. */
  static HttpServerSpan spanOf(ContainerRequestContext request) {
    HttpServerSpan current = HttpServerSpan.current();
    if (!current.isInert()) {
      return current;
    }
    return request.getProperty(PROPERTY) instanceof OwnedRequest owned ? owned.span : current;
  }

  HttpServerSpan span() {
    return span;
  }

  void end(ContainerResponseContext response) {
    if (watch != null) {
      OPEN.release(watch);
    }
    span.end(new ContainerResponseView(response));
  }

  ResourceScope.Opened scope() {
    return scope;
  }

  void scope(ResourceScope.Opened opened) {
    scope = opened;
  }

  /** All that is held of it by others than the request. */
  private static final class Open implements Strays.Stray {

    private final HttpServerSpan span;

    Open(HttpServerSpan span) {
      this.span = span;
    }

    @Override
    public void giveUp() {
      span.error(new IllegalStateException("the request was given up without a response"));
      span.end(null);
    }
  }
}
