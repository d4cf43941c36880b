// SPDX-License-Identifier: Apache-2.0
package dev.clew.jaxrs.servlet;

import dev.clew.instrument.Guard;
import dev.clew.instrument.http.HttpServerSpan;
import io.opentelemetry.context.Scope;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** One way of a request through the filter. Nothing here throws. */
final class Dispatch {

  private final Exchange exchange;
  private final HttpServletRequest request;

  /** Whether it has started the span. */
  private final boolean first;

  /**
   * Whether somebody else ends the span: a forward, an include, an error page, or the filter
   * registered twice. What it throws may still be caught; if not, whoever ends the span hears of
   * it.
   */
  private final boolean nested;

  private Dispatch(Exchange exchange, HttpServletRequest request, boolean first, boolean nested) {
    this.exchange = exchange;
    this.request = request;
    this.first = first;
    this.nested = nested || exchange.isInert();
  }

  /**
   * What to do for this dispatch.
   *
   * @param tracing {@code null} where nothing is traced
   * @return {@code null} for nothing at all
   */
  static Dispatch of(
      ServletTracing tracing, HttpServletRequest request, HttpServletResponse response) {
    if (tracing == null) {
      return null;
    }
    try {
      Object known = request.getAttribute(Exchange.ATTRIBUTE);
      return known == null ? first(tracing, request, response) : again(known, request);
    } catch (Throwable failure) {
      Guard.failed("look at a request in the servlet filter", failure);
      return null;
    }
  }

  private static Dispatch first(
      ServletTracing tracing, HttpServletRequest request, HttpServletResponse response) {
    Exchange exchange = tracing.begin(request, response);
    try {
      request.setAttribute(Exchange.ATTRIBUTE, exchange);
    } catch (Throwable failure) {
      Guard.failed("attach the span to a request", failure);
    }
    return new Dispatch(exchange, request, true, false);
  }

  /** An attribute of another application's Clew (cross-context dispatch) is none of ours. */
  private static Dispatch again(Object known, HttpServletRequest request) {
    if (!(known instanceof Exchange exchange)) {
      return null;
    }
    boolean nested = request.getDispatcherType() != DispatcherType.ASYNC;
    return new Dispatch(exchange, request, false, nested);
  }

  /** To be closed on this thread. On the request's own thread its context is current already. */
  Scope enter() {
    return nested && exchange.owns(HttpServerSpan.current())
        ? Scope.noop()
        : exchange.makeCurrent();
  }

  /** What the rest of the chain has thrown. */
  void failed(Throwable thrown) {
    if (!nested) {
      exchange.failed(thrown);
    }
  }

  /** After the scope has been closed, however the chain went. */
  void leave() {
    if (!nested) {
      exchange.leave(request, first);
    }
  }
}
