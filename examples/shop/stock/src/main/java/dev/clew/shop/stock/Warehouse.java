// SPDX-License-Identifier: Apache-2.0
package dev.clew.shop.stock;

import dev.clew.api.SpanTag;
import dev.clew.api.Traced;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Reserves all of an order, or nothing. */
@ApplicationScoped
public class Warehouse {

  @Inject Shelves shelves;

  @Traced
  public void reserve(@SpanTag("clew.shop.order_id") String orderId, List<Item> items) {
    Deque<Item> taken = new ArrayDeque<>();
    try {
      for (Item item : items) {
        shelves.take(item.sku(), item.quantity());
        taken.push(item);
      }
    } catch (OutOfStockException missing) {
      taken.forEach(item -> shelves.putBack(item.sku(), item.quantity()));
      throw missing;
    }
  }
}
