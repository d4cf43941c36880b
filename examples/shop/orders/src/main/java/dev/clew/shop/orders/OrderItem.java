// SPDX-License-Identifier: Apache-2.0
package dev.clew.shop.orders;

import jakarta.persistence.Embeddable;

/** So many of one product, in an order that was taken. */
@Embeddable
public class OrderItem {

  private String sku;
  private int quantity;

  /** For JPA. */
  protected OrderItem() {}

  OrderItem(Item item) {
    sku = item.sku();
    quantity = item.quantity();
  }

  public String getSku() {
    return sku;
  }

  public int getQuantity() {
    return quantity;
  }
}
