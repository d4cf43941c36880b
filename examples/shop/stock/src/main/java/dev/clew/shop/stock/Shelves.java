// SPDX-License-Identifier: Apache-2.0
package dev.clew.shop.stock;

import dev.clew.api.SpanTag;
import dev.clew.api.Traced;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;

/** What is left of each product, in memory. */
@Traced
@ApplicationScoped
public class Shelves {

  private final Map<String, Integer> left =
      new HashMap<>(Map.of("thread", 10_000, "spindle", 1_000, "lamp", 5));

  /**
   * Takes from the shelf, and tells how many are left.
   *
   * @throws OutOfStockException if there are not enough; none is taken then
   */
  @SpanTag("clew.shop.left")
  public synchronized int take(
      @SpanTag("clew.shop.sku") String sku, @SpanTag("clew.shop.quantity") int quantity) {
    int there = left.getOrDefault(sku, 0);
    if (there < quantity) {
      throw new OutOfStockException(sku, quantity, there);
    }
    left.put(sku, there - quantity);
    return there - quantity;
  }

  @SpanTag("clew.shop.left")
  public synchronized int putBack(
      @SpanTag("clew.shop.sku") String sku, @SpanTag("clew.shop.quantity") int quantity) {
    return left.merge(sku, quantity, Integer::sum);
  }
}
