// SPDX-License-Identifier: Apache-2.0
package dev.clew.jdbc.jpa;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** An entity of an application that knows nothing of tracing. */
@Entity
public class Product {

  @Id int id;
  String name;

  protected Product() {}

  Product(int id, String name) {
    this.id = id;
    this.name = name;
  }

  String name() {
    return name;
  }
}
