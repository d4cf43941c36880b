// SPDX-License-Identifier: Apache-2.0
package dev.clew.shop.demo;

import static dev.clew.testkit.assertions.TraceAssertions.assertThatTrace;
import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.testkit.FinishedSpan;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the demo shows of a request, and what it writes, on a real WildFly. */
class DemoTraceIT {

  @TempDir Path directory;

  @Test
  void showsAnOrderFromRequestToShipment() throws Exception {
    DemoRun run = DemoRun.of(directory);
    assertThat(run.said()).contains("17 spans, 3 services", "complete", "INSERT shipments");

    assertThatTrace(run.written())
        .hasTree(
            """
            orders: POST /orders (server) > orders: *.Checkout.place (internal) > [
              orders: *.PriceList.total (internal) > orders: select prices (client),
              orders: POST /reservations (client)
                > stock: POST /stock/reservations (server)
                > stock: *.Warehouse.reserve (internal) > [
                  stock: UPDATE stock (client),
                  stock: UPDATE stock (client),
                  stock: INSERT reservations (client)],
              orders: *.OrderBook.add (internal) > [
                orders: insert orders (client),
                orders: BATCH insert order_items (client),
                orders: send shipments (producer)
                  > shipping: process shipments (consumer)
                  > shipping: *.Shipments.add (internal)
                  > shipping: INSERT shipments (client)]]
            """)
        .hasNoErrors();
    assertThat(Files.readString(run.json())).as("values of parameters").doesNotContain("Ariadne");
  }

  @Test
  void namesWhatIsWrongWithTheShop() throws Exception {
    assertThat(DemoRun.of(directory).said())
        .containsPattern("Found in \\d+ traces")
        .containsPattern("5 x  The error started in \"INSERT reservations\" in stock")
        .containsPattern("5 x  .*Checkout.place\" in orders tries \"POST /reservations\"")
        .containsPattern("5 x  .*OrderBook.of\" in orders executes \"select order_items\"")
        .containsPattern("[1-5] x  The statement \"SELECT movements\" .* of the time");
  }

  @Test
  void showsWhereAFailureStartedAndHowItTravelled() throws Exception {
    DemoRun run = DemoRun.of(directory, "--fail");
    assertThat(run.said())
        .contains("answered 502", "The error started in stock, INSERT reservations", "23505");

    List<FinishedSpan> spans = run.written();
    assertThatTrace(spans)
        .hasTree(
            """
            orders: POST /orders (server, error) > orders: *.Checkout.place (error) > [
              orders: *.PriceList.total > orders: select prices,
              orders: POST /reservations (client, error)
                > stock: POST /stock/reservations (server, error)
                > stock: *.Warehouse.reserve (error) > [
                  stock: UPDATE stock,
                  stock: UPDATE stock,
                  stock: INSERT reservations,
                  stock: INSERT reservations (error)]]
            """);
    assertThat(Files.readString(run.json()))
        .as("the database's message names the order, which only its tag may")
        .containsOnlyOnce(orderId(spans));
  }

  private static String orderId(List<FinishedSpan> spans) {
    return spans.stream()
        .map(span -> span.text("clew.shop.order_id"))
        .filter(Objects::nonNull)
        .findFirst()
        .orElseThrow();
  }
}
