// SPDX-License-Identifier: Apache-2.0
package dev.clew.jaxrs.servlet;

import dev.clew.testkit.Capabilities;
import dev.clew.testkit.HttpServerCapability;
import dev.clew.testkit.HttpServerContract;

/** The contract for plain servlets. */
abstract class ServletContract extends HttpServerContract {

  /** Servlets know patterns, not templates. */
  @Override
  protected String route(String template) {
    return super.route(template).replace("{id}", "*");
  }

  @Override
  protected Capabilities<HttpServerCapability> capabilities() {
    return Capabilities.of(HttpServerCapability.class)
        .has(
            HttpServerCapability.ROUTES,
            HttpServerCapability.ASYNC,
            HttpServerCapability.ASYNC_TIMEOUT,
            HttpServerCapability.UNHANDLED_EXCEPTION,
            HttpServerCapability.ERROR_PAGE,
            HttpServerCapability.FORWARD,
            HttpServerCapability.INCLUDE,
            HttpServerCapability.CLIENT_ABORT,
            HttpServerCapability.PEER_ADDRESS,
            HttpServerCapability.NOT_FOUND,
            HttpServerCapability.UNKNOWN_METHOD)
        .lacks(HttpServerCapability.NESTED_ROUTES, "servlets do not hand on to sub-resources")
        .lacks(HttpServerCapability.MAPPED_EXCEPTION, "servlets map none but to error pages");
  }
}
