// SPDX-License-Identifier: Apache-2.0
package dev.clew.jaxrs.app;

import dev.clew.api.Traced;
import dev.clew.testkit.ServerEndpoints;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.WebApplicationException;

/** What the contract does not ask for. */
@Path("strange")
public class StrangeResource implements StrangeInterface {

  @Override
  public String inherited(String id) {
    return id;
  }

  @GET
  @Path("untraced/{id}")
  @Traced(false)
  public String untraced(@PathParam("id") String id) {
    return ServerEndpoints.item(id);
  }

  @GET
  @Path("untraced/but-this")
  public String traced() {
    return "traced";
  }

  @GET
  @Path("named")
  @Traced(operationName = "a name of one's own")
  public String named() {
    return "named";
  }

  @GET
  @Path("error")
  public String error() {
    throw new AssertionError("a planned error");
  }

  @GET
  @Path("gone")
  public String gone() {
    throw new WebApplicationException(410);
  }

  @GET
  @Path("unwritable")
  public Object unwritable() {
    return new Object();
  }
}
