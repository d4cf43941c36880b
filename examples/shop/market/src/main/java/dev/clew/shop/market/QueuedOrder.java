// SPDX-License-Identifier: Apache-2.0
package dev.clew.shop.market;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;

/**
 * An order that waits, as it is in the queue.
 *
 * @param order as the customer sent it
 * @param fail goes on to the shop; may be null
 */
record QueuedOrder(String ticket, JsonObject order, String fail) {

  static QueuedOrder parse(String body) {
    try (JsonReader reader = Json.createReader(new StringReader(body))) {
      JsonObject all = reader.readObject();
      return new QueuedOrder(
          all.getString("ticket"), all.getJsonObject("order"), all.getString("fail", null));
    }
  }

  String body() {
    var all = Json.createObjectBuilder().add("ticket", ticket).add("order", order);
    if (fail != null) {
      all.add("fail", fail);
    }
    return all.build().toString();
  }
}
