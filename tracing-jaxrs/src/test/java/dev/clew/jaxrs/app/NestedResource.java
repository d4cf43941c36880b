// SPDX-License-Identifier: Apache-2.0
package dev.clew.jaxrs.app;

import dev.clew.testkit.ServerEndpoints;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** What hands on to others. */
@Path("nested")
public class NestedResource {

  @Path("/items/")
  public Items items() {
    return new Items();
  }

  @Path("{shelf: [a-z]+}/books")
  public Class<Books> books() {
    return Books.class;
  }

  @Path("{shelf: [a-z]+}/maps")
  public Class<Books> maps() {
    return Books.class;
  }

  /** A sub-resource. */
  public static class Items {

    @GET
    @Path("{id}")
    public String item(@PathParam("id") String id) {
      return ServerEndpoints.item(id);
    }
  }

  /** A sub-resource that is reached on two ways, with another below it. */
  public static class Books {

    @GET
    public String all() {
      return "all";
    }

    @Path("{id}")
    public Items book() {
      return new Items();
    }
  }
}
