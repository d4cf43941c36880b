// SPDX-License-Identifier: Apache-2.0
package dev.clew.shop.demo;

import java.util.Set;

/** What the customer of the demo does. */
enum Errand {

  /** Orders something, and gets it. */
  ORDER("", 201, Set.of("orders", "stock", "shipping")),

  /** Orders something, and stock fails in its database. */
  FAILURE("?fail=stock", 502, Set.of("orders", "stock"));

  private final String query;
  private final int status;
  private final Set<String> services;

  Errand(String query, int status, Set<String> services) {
    this.query = query;
    this.status = status;
    this.services = services;
  }

  /** What comes after the address of the orders. */
  String query() {
    return query;
  }

  /** What the shop answers. */
  int status() {
    return status;
  }

  /** All that take part: without one of them the trace is not whole. */
  Set<String> services() {
    return services;
  }
}
