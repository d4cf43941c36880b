// SPDX-License-Identifier: Apache-2.0
package dev.clew.shop.stock;

import dev.clew.api.SpanTag;
import dev.clew.api.Traced;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;

/** Reserves all of an order, or nothing. */
@ApplicationScoped
public class Warehouse {

  @Inject Shelves shelves;

  /**
   * Takes what is ordered from the shelves.
   *
   * @param twice whether to note the order twice, for who wants to see something fail
   */
  @Traced
  @Transactional
  public void reserve(
      @SpanTag("clew.shop.order_id") String orderId, List<Item> items, boolean twice) {
    items.forEach(item -> shelves.take(item.sku(), item.quantity()));
    shelves.note(orderId);
    if (twice) {
      shelves.note(orderId);
    }
  }
}
