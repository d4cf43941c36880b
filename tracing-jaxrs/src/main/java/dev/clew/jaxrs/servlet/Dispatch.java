// SPDX-License-Identifier: Apache-2.0
package dev.clew.jaxrs.servlet;

import dev.clew.instrument.Guard;
import io.opentelemetry.context.Scope;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** One way of a request through the filter. Nothing here throws. */
interface Dispatch {

  /** To be closed on this thread. */
  Scope enter();

  /** What the rest of the chain has thrown. */
  void failed(Throwable thrown);

  /** After the scope has been closed, however the chain went. */
  void leave();

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
    return exchange.isInert() ? new NestedDispatch(exchange) : new FirstDispatch(exchange, request);
  }

  /** An attribute of another application's Clew (cross-context dispatch) is none of ours. */
  private static Dispatch again(Object known, HttpServletRequest request) {
    if (!(known instanceof Exchange exchange)) {
      return null;
    }
    return request.getDispatcherType() == DispatcherType.ASYNC && !exchange.isInert()
        ? new AsyncDispatch(exchange, request)
        : new NestedDispatch(exchange);
  }
}
