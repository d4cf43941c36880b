// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.app;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Back, as front sees it that does not wait for it. */
@Path("items")
@RegisterRestClient(configKey = "back")
public interface LaterClient {

  @GET
  @Path("{id}")
  CompletionStage<String> item(@PathParam("id") String id);
}
