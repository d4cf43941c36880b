// SPDX-License-Identifier: Apache-2.0
package dev.clew.jaxrs.servlet;

import io.opentelemetry.context.Scope;
import jakarta.servlet.http.HttpServletRequest;

/** The dispatch that started the span. */
record FirstDispatch(Exchange exchange, HttpServletRequest request) implements Dispatch {

  @Override
  public Scope enter() {
    return exchange.makeCurrent();
  }

  @Override
  public void failed(Throwable thrown) {
    exchange.failed(thrown);
  }

  @Override
  public void leave() {
    exchange.leave(request, true);
  }
}
