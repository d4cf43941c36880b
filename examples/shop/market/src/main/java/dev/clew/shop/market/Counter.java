// SPDX-License-Identifier: Apache-2.0
package dev.clew.shop.market;

import dev.clew.api.Traced;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.UUID;

/** Takes orders, however many come at once. */
@ApplicationScoped
public class Counter {

  @Inject Tickets tickets;
  @Inject OrderQueue queue;

  /**
   * Takes an order.
   *
   * @param fail goes on to the shop, with the order; may be null
   * @return what to ask for it by
   */
  @Traced
  public String take(JsonObject order, String fail) {
    String ticket = UUID.randomUUID().toString();
    tickets.note(ticket, "waiting");
    queue.send(new QueuedOrder(ticket, order, fail));
    return ticket;
  }
}
