// SPDX-License-Identifier: Apache-2.0
package dev.clew.shop.orders;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The stock service. Calls are traced by themselves, and so is what they cause over there. */
@Path("reservations")
@RegisterRestClient(configKey = "stock")
@RegisterProvider(StockRefusal.class)
@Consumes(MediaType.APPLICATION_JSON)
public interface StockClient {

  /**
   * Reserves all items or none.
   *
   * @param fail "stock" for a call that fails over there, "busy" for one that is turned away; null
   *     otherwise
   * @throws OrderRefusedException if one is out of stock
   * @throws StockBusyException if stock takes no more for now
   * @throws StockFailedException if stock cannot tell
   */
  @POST
  void reserve(Reservation reservation, @QueryParam("fail") String fail);
}
