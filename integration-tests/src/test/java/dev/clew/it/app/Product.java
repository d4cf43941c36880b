// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.app;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** An entity. */
@Entity
public class Product {

  @Id private int id;
  private String name;

  protected Product() {}

  Product(int id, String name) {
    this.id = id;
    this.name = name;
  }

  String name() {
    return name;
  }
}
