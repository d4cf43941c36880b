// SPDX-License-Identifier: Apache-2.0
package dev.clew.shop.orders;

import dev.clew.api.SpanTag;
import dev.clew.api.Traced;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What things cost, in cents. */
@ApplicationScoped
public class PriceList {

  @PersistenceContext EntityManager database;

  /** On a method, {@code @SpanTag} records what it returns. */
  @Traced
  @SpanTag("clew.shop.total_cents")
  public long total(List<Item> items) {
    Map<String, Long> cents = cents(items.stream().map(Item::sku).toList());
    return items.stream().mapToLong(item -> price(item.sku(), cents) * item.quantity()).sum();
  }

  private Map<String, Long> cents(List<String> skus) {
    return database
        .createQuery("SELECT price FROM Price price WHERE price.sku IN :skus", Price.class)
        .setParameter("skus", skus)
        .getResultList()
        .stream()
        .collect(Collectors.toMap(Price::getSku, Price::getCents));
  }

  private static long price(String sku, Map<String, Long> cents) {
    Long price = cents.get(sku);
    if (price == null) {
      throw new OrderRefusedException("no such product: " + sku);
    }
    return price;
  }
}
