// SPDX-License-Identifier: Apache-2.0
package dev.clew.shop.market;

import dev.clew.api.SpanTag;
import dev.clew.api.Traced;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Places what was taken. */
@ApplicationScoped
public class Clerk {

  @Inject Tickets tickets;
  @Inject Sales sales;
  @Inject @RestClient OrdersClient orders;

  /** Places an order, and tells of it. */
  @Traced
  public void place(@SpanTag("clew.shop.ticket") String ticket, JsonObject order, String fail) {
    String state = "refused";
    try {
      orders.place(order, fail);
      state = "placed";
    } finally {
      tickets.note(ticket, state);
    }
    sales.tell(order);
  }
}
