// SPDX-License-Identifier: Apache-2.0
package dev.clew.shop.orders;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Tells the customer why an order was refused. */
@Provider
public class OrderRefusedMapper implements ExceptionMapper<OrderRefusedException> {

  @Override
  public Response toResponse(OrderRefusedException refused) {
    return Response.status(Response.Status.CONFLICT)
        .type(MediaType.TEXT_PLAIN)
        .entity(refused.getMessage())
        .build();
  }
}
