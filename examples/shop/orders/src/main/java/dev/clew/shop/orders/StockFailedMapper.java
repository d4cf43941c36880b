// SPDX-License-Identifier: Apache-2.0
package dev.clew.shop.orders;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Tells the customer that it is not the order that is wrong. */
@Provider
public class StockFailedMapper implements ExceptionMapper<StockFailedException> {

  @Override
  public Response toResponse(StockFailedException failed) {
    return Response.status(Response.Status.BAD_GATEWAY)
        .type(MediaType.TEXT_PLAIN)
        .entity(failed.getMessage())
        .build();
  }
}
