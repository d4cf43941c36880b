// SPDX-License-Identifier: Apache-2.0
package dev.clew.shop.orders;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
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
import java.util.List;

/** Orders over HTTP. Nothing here mentions tracing: requests are traced by themselves. */
@Path("orders")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class OrderResource {

  @Inject Checkout checkout;
  @Inject OrderBook orders;

  /**
   * Takes an order.
   *
   * @param fail "stock" for an order that fails over there, "busy" for one that is tried in vain,
   *     to see how that looks in a trace
   */
  @POST
  public Response place(
      @NotNull @Valid NewOrder wanted, @QueryParam("fail") String fail, @Context UriInfo here) {
    Order order = checkout.place(wanted, fail);
    return Response.created(here.getAbsolutePathBuilder().path(order.getId()).build())
        .entity(order)
        .build();
  }

  /** All orders of a customer. */
  @GET
  public List<Order> of(@NotNull @QueryParam("customer") String customer) {
    return orders.of(customer);
  }

  @GET
  @Path("{id}")
  public Order find(@PathParam("id") String id) {
    return orders.find(id).orElseThrow(NotFoundException::new);
  }
}
