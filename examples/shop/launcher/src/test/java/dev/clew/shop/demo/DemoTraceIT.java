// SPDX-License-Identifier: Apache-2.0
package dev.clew.shop.demo;

import static dev.clew.testkit.assertions.TraceAssertions.assertThatTrace;
import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.testkit.FinishedSpan;
import dev.clew.testkit.OtlpChecks;
import dev.clew.testkit.SpanDecoder;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the demo shows of a request, and what it writes, on a real WildFly. */
class DemoTraceIT {

  @TempDir Path directory;

  @Test
  void showsAnOrderFromRequestToShipment() throws Exception {
    assertThat(said()).contains("17 spans, 3 services", "complete", "INSERT shipments");

    assertThatTrace(written())
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
    assertThat(Files.readString(json())).as("values of parameters").doesNotContain("Ariadne");
  }

  @Test
  void namesWhatIsWrongWithTheShop() throws Exception {
    assertThat(said())
        .containsPattern("Found in \\d+ traces")
        .containsPattern("5 x  The error started in \"INSERT reservations\" in stock")
        .containsPattern("5 x  .*Checkout.place\" in orders tries \"POST /reservations\"")
        .containsPattern("5 x  .*OrderBook.of\" in orders executes \"select order_items\"")
        .containsPattern("[1-5] x  The statement \"SELECT movements\" .* of the time");
  }

  @Test
  void showsWhereAFailureStartedAndHowItTravelled() throws Exception {
    assertThat(said("--fail"))
        .contains("answered 502", "The error started in stock, INSERT reservations", "23505");

    List<FinishedSpan> spans = written();
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
    assertThat(Files.readString(json()))
        .as("the database's message names the order, which only its tag may")
        .containsOnlyOnce(orderId(spans));
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

  /** The spans in the file, in which all is as OTLP and the semantic conventions say. */
  private List<FinishedSpan> written() throws Exception {
    ExportTraceServiceRequest written = ReceivedJson.read(json());
    assertThat(OtlpChecks.allowing().request(written)).isEmpty();
    return SpanDecoder.decode(written);
  }

  private static String orderId(List<FinishedSpan> spans) {
    return spans.stream()
        .map(span -> span.text("clew.shop.order_id"))
        .filter(Objects::nonNull)
        .findFirst()
        .orElseThrow();
  }
}
