// SPDX-License-Identifier: Apache-2.0
package dev.clew.shop.orders;

import dev.clew.api.SpanTag;
import dev.clew.api.Traced;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.jms.JMSContext;
import jakarta.jms.Queue;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** The orders taken so far. On a class, {@code @Traced} stands for all its methods. */
@Traced
@ApplicationScoped
public class OrderBook {

  @PersistenceContext EntityManager database;
  @Inject JMSContext messages;

  /** Shipping defines it. */
  @Resource(lookup = "java:global/jms/shipments")
  Queue shipments;

  /** Stores the order and tells shipping: both or neither. */
  @Transactional
  public Order add(Order order) {
    database.persist(order);
    database.flush();
    messages.createProducer().send(shipments, order.getId());
    return order;
  }

  /** On a parameter, {@code @SpanTag} records the argument. */
  public Optional<Order> find(@SpanTag("clew.shop.order_id") String id) {
    return Optional.ofNullable(database.find(Order.class, id));
  }
}
