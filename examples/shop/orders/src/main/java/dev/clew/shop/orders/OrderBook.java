// SPDX-License-Identifier: Apache-2.0
package dev.clew.shop.orders;

import dev.clew.api.SpanTag;
import dev.clew.api.Traced;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The orders taken so far, in memory. On a class, {@code @Traced} stands for all its methods. */
@Traced
@ApplicationScoped
public class OrderBook {

  private final Map<String, Order> orders = new ConcurrentHashMap<>();

  public Order add(Order order) {
    orders.put(order.id(), order);
    return order;
  }

  /** On a parameter, {@code @SpanTag} records the argument. */
  public Optional<Order> find(@SpanTag("clew.shop.order_id") String id) {
    return Optional.ofNullable(orders.get(id));
  }
}
