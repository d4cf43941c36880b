// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.app;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Back, as front sees it. */
@Path("items")
@RegisterRestClient(configKey = "back")
public interface BackClient {

  @GET
  @Path("{id}")
  String item(@PathParam("id") String id);
}
