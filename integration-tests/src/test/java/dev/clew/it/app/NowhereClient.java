// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.app;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Asks a port at which nobody listens. */
@Path("nothing")
@RegisterRestClient(baseUri = "http://127.0.0.1:1/")
public interface NowhereClient {

  @GET
  String ask();
}
