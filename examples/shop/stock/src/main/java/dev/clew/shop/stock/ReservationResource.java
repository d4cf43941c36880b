// SPDX-License-Identifier: Apache-2.0
package dev.clew.shop.stock;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Reservations over HTTP. */
@Path("reservations")
@RequestScoped
public class ReservationResource {

  @Inject Warehouse warehouse;

  /**
   * Reserves.
   *
   * @param fail "stock" for a reservation that fails in the database, "busy" for one that is turned
   *     away
   */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response reserve(
      @NotNull @Valid Reservation reservation, @QueryParam("fail") String fail) {
    if ("busy".equals(fail)) {
      return Response.status(Response.Status.SERVICE_UNAVAILABLE).build();
    }
    try {
      warehouse.reserve(reservation.orderId(), reservation.items(), "stock".equals(fail));
      return Response.noContent().build();
    } catch (OutOfStockException refused) {
      return Response.status(Response.Status.CONFLICT)
          .type(MediaType.TEXT_PLAIN)
          .entity(refused.getMessage())
          .build();
    }
  }
}
