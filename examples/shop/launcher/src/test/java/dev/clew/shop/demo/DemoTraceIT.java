// SPDX-License-Identifier: Apache-2.0
package dev.clew.shop.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.testkit.OtlpChecks;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the demo shows of a request, and what it writes, on a real WildFly. */
class DemoTraceIT {

  @TempDir Path directory;

  @Test
  void showsAnOrderFromRequestToShipment() throws Exception {
    assertThat(said()).contains("17 spans, 3 services", "complete", "INSERT shipments");

    assertThat(ReceivedTrace.shape(written()))
        .isEqualToIgnoringNewLines(
            """
            orders server POST /orders
              orders internal orders.Checkout.place
                orders internal orders.PriceList.total
                  orders client select prices
                orders client POST /reservations
                  stock server POST /stock/reservations
                    stock internal stock.Warehouse.reserve
                      stock client UPDATE stock
                      stock client UPDATE stock
                      stock client INSERT reservations
                orders internal orders.OrderBook.add
                  orders client insert orders
                  orders client BATCH insert order_items
                  orders producer send shipments
                    shipping consumer process shipments
                      shipping internal shipping.Shipments.add
                        shipping client INSERT shipments""");
    assertThat(Files.readString(json())).as("values of parameters").doesNotContain("Ariadne");
  }

  @Test
  void showsWhereAFailureStartedAndHowItTravelled() throws Exception {
    assertThat(said("--fail"))
        .contains("answered 502", "The error started in stock, INSERT reservations", "23505");

    Trace trace = written();
    assertThat(ReceivedTrace.shape(trace))
        .isEqualToIgnoringNewLines(
            """
            orders server POST /orders (error)
              orders internal orders.Checkout.place (error)
                orders internal orders.PriceList.total
                  orders client select prices
                orders client POST /reservations (error)
                  stock server POST /stock/reservations (error)
                    stock internal stock.Warehouse.reserve (error)
                      stock client UPDATE stock
                      stock client UPDATE stock
                      stock client INSERT reservations
                      stock client INSERT reservations (error)""");
    assertThat(Files.readString(json()))
        .as("the database's message names the order, which only its tag may")
        .containsOnlyOnce(orderId(trace));
  }

  private String said(String... options) throws Exception {
    List<String> all = new ArrayList<>(List.of("--once", "--json", json().toString()));
    all.addAll(Arrays.asList(options));
    try (StartedDemo demo = StartedDemo.start(all.toArray(String[]::new))) {
      assertThat(demo.awaitExit()).as(demo.said()).isZero();
      return demo.said();
    }
  }

  private Path json() {
    return directory.resolve("trace.json");
  }

  /** The trace in the file, in which all is as OTLP and the semantic conventions say. */
  private Trace written() throws Exception {
    ExportTraceServiceRequest written = ReceivedJson.read(json());
    assertThat(OtlpChecks.allowing().request(written)).isEmpty();
    return ReceivedTrace.of(written);
  }

  private static String orderId(Trace trace) {
    return trace.spans().stream()
        .flatMap(span -> span.attribute("clew.shop.order_id").stream())
        .findFirst()
        .orElseThrow();
  }
}
