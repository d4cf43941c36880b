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

  @Inject PriceList prices;
  @Inject OrderBook orders;
  @Inject @RestClient StockClient stock;

  /** A step that matters: {@code @Traced} makes it a span of the request's trace. */
  @Traced
  public Order place(NewOrder wanted, String fail) {
    long total = prices.total(wanted.items());
    String id = UUID.randomUUID().toString();
    stock.reserve(new Reservation(id, wanted.items()), fail);
    return orders.add(new Order(id, wanted, total));
  }
}
