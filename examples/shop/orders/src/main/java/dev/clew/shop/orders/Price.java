// SPDX-License-Identifier: Apache-2.0
package dev.clew.shop.orders;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** What one of a product costs. */
@Entity
@Table(name = "prices")
public class Price {

  @Id private String sku;
  private long cents;

  public String getSku() {
    return sku;
  }

  public long getCents() {
    return cents;
  }
}
