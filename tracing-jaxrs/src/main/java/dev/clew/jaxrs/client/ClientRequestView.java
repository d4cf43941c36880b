// SPDX-License-Identifier: Apache-2.0
package dev.clew.jaxrs.client;

import dev.clew.instrument.http.HttpClientRequest;
import dev.clew.jaxrs.internal.HeaderValues;
import jakarta.ws.rs.client.ClientRequestContext;
import java.net.URI;
import java.util.List;

/** A request of a JAX-RS client as the handler wants it. */
final class ClientRequestView implements HttpClientRequest {

  private final ClientRequestContext request;

  ClientRequestView(ClientRequestContext request) {
    this.request = request;
  }

  @Override
  public String method() {
    return request.getMethod();
  }

  @Override
  public URI uri() {
    return request.getUri();
  }

  @Override
  public List<String> headers(String name) {
    return HeaderValues.of(request.getStringHeaders(), name);
  }

  @Override
  public void setHeader(String name, String value) {
    request.getHeaders().putSingle(name, value);
  }

  @Override
  public String urlTemplate() {
    return RestClientTemplates.of(request);
  }
}
