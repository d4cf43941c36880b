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
import java.util.List;
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

  /**
   * All orders of a customer. The items of each come by a statement of their own, since no JOIN
   * FETCH asks for them: one of the faults that the demo shows.
   */
  public List<Order> of(String customer) {
    return database
        .createQuery("SELECT o FROM Order o WHERE o.customer = :customer", Order.class)
        .setParameter("customer", customer)
        .getResultList();
  }

  /** On a parameter, {@code @SpanTag} records the argument. */
  public Optional<Order> find(@SpanTag("clew.shop.order_id") String id) {
    return Optional.ofNullable(database.find(Order.class, id));
  }
}
