// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.app;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** Back's REST resource. */
@Path("items")
public class ItemResource {

  @Inject Shelf shelf;

  @GET
  @Path("{id}")
  public String item(@PathParam("id") String id) {
    return shelf.find(id);
  }
}
