// SPDX-License-Identifier: Apache-2.0
package dev.clew.shop.demo;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * What a shop sees in two minutes, in seconds: most of it is fine, and the rest is what the
 * collector is to find. What is asked for depends on nothing but the number of the request.
 */
final class Traffic {

  /** What customers do, how often in each round, and what the shop answers. */
  enum Visit {
    ORDERS("/orders", "thread", 12, 201),
    ORDERS_TOO_MUCH("/orders", "sword", 1, 409),
    FAILS("/orders?fail=stock", "thread", 1, 502),
    IS_TURNED_AWAY("/orders?fail=busy", "thread", 1, 502),
    LISTS_ORDERS("/orders?customer=Ariadne", null, 1, 200),
    COUNTS_MOVEMENTS("/stock/movements?word=thread", null, 1, 200);

    private final String address;
    private final String sku;
    private final int times;
    private final int status;

    Visit(String address, String sku, int times, int status) {
      this.address = address;
      this.sku = sku;
      this.times = times;
      this.status = status;
    }

    URI address(URI shop) {
      return shop.resolve(address);
    }

    /** What is ordered, as JSON; null where something is asked for. */
    String order() {
      return sku == null ? null : Customer.order(sku);
    }

    int status() {
      return status;
    }
  }

  private static final int ROUNDS = 5;

  private Traffic() {}

  /**
   * Sends all requests, one after the other.
   *
   * @return how many
   */
  static int drive(Customer customer, URI shop) throws IOException, InterruptedException, Problem {
    List<Visit> visits = visits();
    for (Visit visit : visits) {
      int status = customer.visit(visit.address(shop), visit.order()).statusCode();
      if (status != visit.status()) {
        throw Problem.failure(
            visit.address(shop) + " answered " + status + ", not " + visit.status());
      }
    }
    return visits.size();
  }

  private static List<Visit> visits() {
    List<Visit> visits = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      for (Visit visit : Visit.values()) {
        for (int i = 0; i < visit.times; i++) {
          visits.add(visit);
        }
      }
    }
    return visits;
  }
}
