// SPDX-License-Identifier: Apache-2.0
package dev.clew.jaxrs.servlet;

import dev.clew.instrument.http.HttpServerRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;

/** A servlet request as the handler wants it. */
final class RequestView implements HttpServerRequest {

  private final HttpServletRequest request;

  /** Containers write it anew whenever they are asked. */
  private String peerAddress;

  RequestView(HttpServletRequest request) {
    this.request = request;
  }

  @Override
  public String method() {
    return request.getMethod();
  }

  @Override
  public String scheme() {
    return request.getScheme();
  }

  @Override
  public String path() {
    return request.getRequestURI();
  }

  @Override
  public String query() {
    return request.getQueryString();
  }

  @Override
  public String header(String name) {
    return request.getHeader(name);
  }

  @Override
  public List<String> headers(String name) {
    return list(request.getHeaders(name));
  }

  @Override
  public Iterable<String> headerNames() {
    return list(request.getHeaderNames());
  }

  @Override
  public String protocolVersion() {
    String protocol = request.getProtocol();
    if ("HTTP/1.1".equals(protocol)) {
      return "1.1";
    }
    if (protocol == null || !protocol.startsWith("HTTP/")) {
      return null;
    }
    return protocol.endsWith(".0") && !protocol.equals("HTTP/1.0")
        ? protocol.substring(5, protocol.length() - 2)
        : protocol.substring(5);
  }

  @Override
  public String peerAddress() {
    if (peerAddress == null) {
      peerAddress = request.getRemoteAddr();
    }
    return peerAddress;
  }

  @Override
  public int peerPort() {
    return request.getRemotePort();
  }

  /** The address, never the name: that might be looked up. */
  @Override
  public String localAddress() {
    return request.getLocalAddr();
  }

  @Override
  public int localPort() {
    return request.getLocalPort();
  }

  @Override
  public String contextPath() {
    return request.getContextPath();
  }

  /** Containers may give {@code null} where headers are not to be seen. */
  private static List<String> list(Enumeration<String> values) {
    return values == null || !values.hasMoreElements() ? List.of() : Collections.list(values);
  }
}
