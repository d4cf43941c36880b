// SPDX-License-Identifier: Apache-2.0
package dev.clew.shop.orders;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;

/** An order that was taken; its goods are reserved. */
@Entity
@Table(name = "orders")
public class Order {

  @Id private String id;
  private String customer;
  private long totalCents;

  @ElementCollection(fetch = FetchType.EAGER)
  @CollectionTable(name = "order_items")
  private List<OrderItem> items;

  /** For JPA. */
  protected Order() {}

  Order(String id, NewOrder wanted, long totalCents) {
    this.id = id;
    this.customer = wanted.customer();
    this.totalCents = totalCents;
    this.items = wanted.items().stream().map(OrderItem::new).toList();
  }

  public String getId() {
    return id;
  }

  public String getCustomer() {
    return customer;
  }

  public long getTotalCents() {
    return totalCents;
  }

  public List<OrderItem> getItems() {
    return items;
  }
}
