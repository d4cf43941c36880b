// SPDX-License-Identifier: Apache-2.0
package dev.clew.jaxrs.server;

import dev.clew.instrument.http.HttpServerSpan;
import jakarta.ws.rs.container.ContainerRequestContext;

/** Where the server span of a request is found. */
final class ServerSpans {

  /** The request property of a span that JAX-RS itself owns. */
  static final String PROPERTY = "dev.clew.exchange";

  private ServerSpans() {}

  /** The one that a JAX-RS filter started, else the current one; an inert one for none. */
  static HttpServerSpan of(ContainerRequestContext request) {
    HttpServerSpan current = HttpServerSpan.current();
    if (!current.isInert()) {
      return current;
    }
    return request.getProperty(PROPERTY) instanceof OwnedRequest owned ? owned.span() : current;
  }
}
