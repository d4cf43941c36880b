// SPDX-License-Identifier: Apache-2.0
package dev.clew.shop.orders;

import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.rest.client.ext.ResponseExceptionMapper;

/** Turns stock's answer "conflict" into an exception that the orders service understands. */
public class StockRefusal implements ResponseExceptionMapper<OrderRefusedException> {

  @Override
  public boolean handles(int status, MultivaluedMap<String, Object> headers) {
    return status == Response.Status.CONFLICT.getStatusCode();
  }

  @Override
  public OrderRefusedException toThrowable(Response response) {
    return new OrderRefusedException(response.readEntity(String.class));
  }
}
