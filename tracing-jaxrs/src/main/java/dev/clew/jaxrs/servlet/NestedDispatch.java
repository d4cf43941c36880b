// SPDX-License-Identifier: Apache-2.0
package dev.clew.jaxrs.servlet;

import dev.clew.instrument.http.HttpServerSpan;
import io.opentelemetry.context.Scope;

/**
 * A dispatch within a request whose span somebody else ends: a forward, an include, an error page,
 * or the filter registered twice. What it throws may still be caught.
 */
record NestedDispatch(Exchange exchange) implements Dispatch {

  /** On the request's own thread its context is current already. */
  @Override
  public Scope enter() {
    return exchange.owns(HttpServerSpan.current()) ? Scope.noop() : exchange.makeCurrent();
  }

  @Override
  public void failed(Throwable thrown) {
    // Whoever ends the span hears of it, unless it is caught before.
  }

  @Override
  public void leave() {
    // Whoever started the span ends it.
  }
}
