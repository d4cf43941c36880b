// SPDX-License-Identifier: Apache-2.0
package dev.clew.jaxrs.server;

import dev.clew.instrument.http.HttpServerRequest;
import dev.clew.jaxrs.internal.HeaderValues;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.net.URI;
import java.util.List;

/** A JAX-RS request as the handler wants it. JAX-RS knows nothing of the connection. */
final class ContainerRequestView implements HttpServerRequest {

  private final ContainerRequestContext request;

  ContainerRequestView(ContainerRequestContext request) {
    this.request = request;
  }

  @Override
  public String method() {
    return request.getMethod();
  }

  @Override
  public String scheme() {
    return uri().getScheme();
  }

  @Override
  public String path() {
    return uri().getRawPath();
  }

  @Override
  public String query() {
    return uri().getRawQuery();
  }

  @Override
  public String header(String name) {
    List<String> values = headers(name);
    return values.isEmpty() ? null : values.get(0);
  }

  @Override
  public List<String> headers(String name) {
    return HeaderValues.of(request.getHeaders(), name);
  }

  @Override
  public Iterable<String> headerNames() {
    return request.getHeaders().keySet();
  }

  @Override
  public String protocolVersion() {
    return null;
  }

  @Override
  public String peerAddress() {
    return null;
  }

  @Override
  public int peerPort() {
    return 0;
  }

  @Override
  public String localAddress() {
    return uri().getHost();
  }

  @Override
  public int localPort() {
    return uri().getPort();
  }

  @Override
  public String contextPath() {
    return BasePath.canonical(request.getUriInfo().getBaseUri().getRawPath());
  }

  private URI uri() {
    return request.getUriInfo().getRequestUri();
  }
}
