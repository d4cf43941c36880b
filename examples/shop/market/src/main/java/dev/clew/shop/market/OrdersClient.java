// SPDX-License-Identifier: Apache-2.0
package dev.clew.shop.market;

import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The orders service. */
@Path("orders")
@RegisterRestClient(configKey = "orders")
@Consumes(MediaType.APPLICATION_JSON)
public interface OrdersClient {

  /**
   * Places an order.
   *
   * @throws jakarta.ws.rs.WebApplicationException if it is refused
   */
  @POST
  void place(JsonObject order, @QueryParam("fail") String fail);
}
