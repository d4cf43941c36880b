// SPDX-License-Identifier: Apache-2.0
package dev.clew.testkit.jdk;

import com.sun.net.httpserver.HttpExchange;
import dev.clew.instrument.http.HttpServerResponse;
import java.util.List;

/** What the JDK's server knows of its answer. */
record JdkServerResponse(HttpExchange exchange) implements HttpServerResponse {

  @Override
  public int status() {
    return exchange.getResponseCode();
  }

  @Override
  public List<String> headers(String name) {
    return exchange.getResponseHeaders().get(name);
  }
}
