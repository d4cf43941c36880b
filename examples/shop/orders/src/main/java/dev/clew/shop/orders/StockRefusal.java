// SPDX-License-Identifier: Apache-2.0
package dev.clew.shop.orders;

import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.rest.client.ext.ResponseExceptionMapper;

/** Turns what stock answers into exceptions that the orders service understands. */
public class StockRefusal implements ResponseExceptionMapper<RuntimeException> {

  @Override
  public boolean handles(int status, MultivaluedMap<String, Object> headers) {
    return status >= Response.Status.BAD_REQUEST.getStatusCode();
  }

  @Override
  public RuntimeException toThrowable(Response response) {
    int status = response.getStatus();
    if (status == Response.Status.CONFLICT.getStatusCode()) {
      return new OrderRefusedException(response.readEntity(String.class));
    }
    return status == Response.Status.SERVICE_UNAVAILABLE.getStatusCode()
        ? new StockBusyException(status)
        : new StockFailedException(status);
  }
}
