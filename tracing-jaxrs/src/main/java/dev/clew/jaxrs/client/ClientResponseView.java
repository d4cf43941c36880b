// SPDX-License-Identifier: Apache-2.0
package dev.clew.jaxrs.client;

import dev.clew.instrument.http.HttpClientResponse;
import dev.clew.jaxrs.internal.HeaderValues;
import jakarta.ws.rs.client.ClientResponseContext;
import java.util.List;

/** A response to a JAX-RS client as the handler wants it. */
final class ClientResponseView implements HttpClientResponse {

  private final ClientResponseContext response;

  ClientResponseView(ClientResponseContext response) {
    this.response = response;
  }

  @Override
  public int status() {
    return response.getStatus();
  }

  @Override
  public List<String> headers(String name) {
    return HeaderValues.of(response.getHeaders(), name);
  }

  /** JAX-RS does not tell. */
  @Override
  public String protocolVersion() {
    return null;
  }
}
