// SPDX-License-Identifier: Apache-2.0
package dev.clew.testkit.jdk;

import com.sun.net.httpserver.HttpExchange;
import dev.clew.instrument.http.HttpServerRequest;
import java.util.List;

/** What the JDK's server knows of a request. */
record JdkServerRequest(HttpExchange exchange) implements HttpServerRequest {

  @Override
  public String method() {
    return exchange.getRequestMethod();
  }

  @Override
  public String scheme() {
    return "http";
  }

  @Override
  public String path() {
    return exchange.getRequestURI().getRawPath();
  }

  @Override
  public String query() {
    return exchange.getRequestURI().getRawQuery();
  }

  @Override
  public String header(String name) {
    return exchange.getRequestHeaders().getFirst(name);
  }

  @Override
  public List<String> headers(String name) {
    return exchange.getRequestHeaders().get(name);
  }

  @Override
  public Iterable<String> headerNames() {
    return exchange.getRequestHeaders().keySet();
  }

  @Override
  public String contextPath() {
    return "/jdk";
  }

  @Override
  public String protocolVersion() {
    return exchange.getProtocol().substring("HTTP/".length());
  }

  @Override
  public String peerAddress() {
    return exchange.getRemoteAddress().getAddress().getHostAddress();
  }

  @Override
  public int peerPort() {
    return exchange.getRemoteAddress().getPort();
  }

  @Override
  public String localAddress() {
    return exchange.getLocalAddress().getAddress().getHostAddress();
  }

  @Override
  public int localPort() {
    return exchange.getLocalAddress().getPort();
  }
}
