// SPDX-License-Identifier: Apache-2.0
package dev.clew.jaxrs.restclient;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Asks a port at which nobody listens. */
@RegisterRestClient(baseUri = "http://127.0.0.1:1/")
public interface Nowhere extends AutoCloseable {

  @GET
  Response get();

  default String greeting() {
    return "hello";
  }

  @Override
  void close();
}
