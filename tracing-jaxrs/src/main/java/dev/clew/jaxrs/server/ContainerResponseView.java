// SPDX-License-Identifier: Apache-2.0
package dev.clew.jaxrs.server;

import dev.clew.instrument.http.HttpServerResponse;
import dev.clew.jaxrs.internal.HeaderValues;
import jakarta.ws.rs.container.ContainerResponseContext;
import java.util.List;

/** A JAX-RS response as the handler wants it. */
final class ContainerResponseView implements HttpServerResponse {

  private final ContainerResponseContext response;

  /**
   * @param response {@code null} where JAX-RS has passed an exception on to the HTTP server: that
   *     says 500
   */
  ContainerResponseView(ContainerResponseContext response) {
    this.response = response;
  }

  @Override
  public int status() {
    return response == null ? 500 : response.getStatus();
  }

  @Override
  public List<String> headers(String name) {
    return response == null ? List.of() : HeaderValues.of(response.getStringHeaders(), name);
  }
}
