// SPDX-License-Identifier: Apache-2.0
package dev.clew.shop.demo;

import java.net.URI;
import java.util.Set;
import java.util.TreeSet;

/** Where the customer of the demo goes in. */
enum Door {

  /** Straight to the orders. */
  ORDERS("orders", Set.of()),

  /** To the market in front of them, which takes whatever comes, and sees to it later. */
  MARKET("market/orders", Set.of("market"));

  private final String path;
  private final Set<String> services;

  Door(String path, Set<String> services) {
    this.path = path;
    this.services = services;
  }

  URI address(URI shop, Errand errand) {
    return shop.resolve(path + errand.query());
  }

  /** What is answered. */
  int status(Errand errand) {
    return this == MARKET ? 202 : errand.status();
  }

  /** All that take part: without one of them the trace is not whole. */
  Set<String> services(Errand errand) {
    Set<String> all = new TreeSet<>(errand.services());
    all.addAll(services);
    return all;
  }
}
