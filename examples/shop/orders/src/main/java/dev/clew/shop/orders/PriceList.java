// SPDX-License-Identifier: Apache-2.0
package dev.clew.shop.orders;

import dev.clew.api.SpanTag;
import dev.clew.api.Traced;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** What things cost, in cents. */
@ApplicationScoped
public class PriceList {

  private final Map<String, Long> cents = Map.of("thread", 250L, "spindle", 1_200L, "lamp", 3_990L);

  /** On a method, {@code @SpanTag} records what it returns. */
  @Traced
  @SpanTag("clew.shop.total_cents")
  public long total(List<Item> items) {
    return items.stream().mapToLong(item -> price(item.sku()) * item.quantity()).sum();
  }

  private long price(String sku) {
    Long price = cents.get(sku);
    if (price == null) {
      throw new OrderRefusedException("no such product: " + sku);
    }
    return price;
  }
}
