// SPDX-License-Identifier: Apache-2.0
package dev.clew.shop.market;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/** Orders over HTTP: taken at once, and placed later. */
@Path("orders")
@RequestScoped
public class OrderResource {

  @Inject Counter counter;
  @Inject Tickets tickets;

  /**
   * Takes an order.
   *
   * @param fail goes on to the shop, with the order
   */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response place(
      @NotNull JsonObject order, @QueryParam("fail") String fail, @Context UriInfo here) {
    String ticket = counter.take(order, fail);
    return Response.accepted().location(here.getAbsolutePathBuilder().path(ticket).build()).build();
  }

  /** What has become of it: waiting, placed or refused. */
  @GET
  @Path("{ticket}")
  @Produces(MediaType.TEXT_PLAIN)
  public String state(@PathParam("ticket") String ticket) {
    return tickets.state(ticket).orElseThrow(NotFoundException::new);
  }
}
