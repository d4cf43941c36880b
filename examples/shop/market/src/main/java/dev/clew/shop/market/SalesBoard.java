// SPDX-License-Identifier: Apache-2.0
package dev.clew.shop.market;

import dev.clew.api.Traced;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.InputStream;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/** How many of each product were sold, as far as the stream tells. */
@ApplicationScoped
public class SalesBoard {

  private final Map<String, Integer> sold = new ConcurrentSkipListMap<>();

  /** Adds an order. */
  @Traced
  public void add(InputStream told) {
    try (JsonReader reader = Json.createReader(told)) {
      for (JsonObject item :
          reader.readObject().getJsonArray("items").getValuesAs(JsonObject.class)) {
        sold.merge(item.getString("sku"), item.getInt("quantity"), Integer::sum);
      }
    }
  }

  Map<String, Integer> sold() {
    return Map.copyOf(sold);
  }
}
