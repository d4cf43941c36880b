// SPDX-License-Identifier: Apache-2.0
package dev.clew.shop.orders;

import dev.clew.api.Traced;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Turns what a customer wants into an order. */
@ApplicationScoped
public class Checkout {

  private static final int ATTEMPTS = 5;

  @Inject PriceList prices;
  @Inject OrderBook orders;
  @Inject @RestClient StockClient stock;

  /** A step that matters: {@code @Traced} makes it a span of the request's trace. */
  @Traced
  public Order place(NewOrder wanted, String fail) {
    long total = prices.total(wanted.items());
    String id = UUID.randomUUID().toString();
    reserve(new Reservation(id, wanted.items()), fail);
    return orders.add(new Order(id, wanted, total));
  }

  /**
   * Tries again at once where stock is busy, and so makes it busier: one of the faults that the
   * demo shows.
   */
  private void reserve(Reservation reservation, String fail) {
    for (int attempt = 1; ; attempt++) {
      try {
        stock.reserve(reservation, fail);
        return;
      } catch (StockBusyException busy) {
        if (attempt == ATTEMPTS) {
          throw busy;
        }
      }
    }
  }
}
