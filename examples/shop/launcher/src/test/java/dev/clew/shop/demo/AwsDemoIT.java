// SPDX-License-Identifier: Apache-2.0
package dev.clew.shop.demo;

import static dev.clew.testkit.assertions.TraceAssertions.assertThatTrace;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo with AWS in its path, on a real WildFly and with emulators. */
class AwsDemoIT {

  private static final String SOLD =
      """
      ,
                market: Kinesis.PutRecord (client)
                  > market: process sales (consumer) > market: *.SalesBoard.add (internal)\
      """;

  @TempDir Path directory;

  /** The launcher does not depend on it: {@code ./demo} is not to wait for it. */
  @BeforeAll
  static void isBuilt() {
    Layout layout = new Layout(Path.of(System.getProperty("demo.root")), "");
    boolean built = Files.exists(layout.market()) && Files.exists(layout.emulatorsJar());
    if (!built && "true".equals(System.getenv("CI"))) {
      throw new AssertionError("the market and the emulators are not built");
    }
    if (!built) {
      System.err.println("WARNING: ./demo --aws is not tested: it is not built");
    }
    Assumptions.assumeTrue(built);
  }

  @Test
  void showsAnOrderAcrossAwsAndWhatHasArrivedThere() throws Exception {
    DemoRun run = DemoRun.of(directory, "--aws");
    assertThat(run.said())
        .contains("4 services", "complete", "CloudWatch and X-Ray have no emulator")
        .containsPattern("Arrived in DynamoDB: (\\d+) of \\1 spans, in \\1 items")
        .containsPattern("traces +market +\\d+ spans, 0 errors, from POST /market/orders");
    boolean kinesis = run.said().contains("Kinesis is emulated");
    if (!kinesis && "true".equals(System.getenv("CI"))) {
      throw new AssertionError("CI has to have Node and npm");
    }
    if (!kinesis) {
      System.err.println("WARNING: Kinesis is not tested: there is no node or no npm");
    } else {
      assertThat(run.said())
          .containsPattern("Arrived in Kinesis: (\\d+) of \\1 spans, in \\d+ records");
    }

    assertThatTrace(run.written()).hasTree(kinesis ? tree(SOLD) : tree("")).hasNoErrors();
  }

  /** Node, too, which is not a child of the launcher's own. */
  @Test
  void leavesNoProcessWhenItIsKilled() throws Exception {
    try (StartedDemo demo = StartedDemo.start("--aws")) {
      demo.awaitSaying("Starting");
      List<ProcessHandle> started = demo.descendants();
      assertThat(started).hasSizeGreaterThanOrEqualTo(3);

      demo.handle().destroyForcibly();

      StartedDemo.awaitGone(started);
    }
  }

  private static String tree(String sold) {
    return """
        market: POST /market/orders (server) > market: *.Counter.take (internal) > [
          market: DynamoDB.PutItem (client),
          market: SQS.SendMessage (producer) > market: process orders (consumer) > [
            market: *.Clerk.place (internal) > [
              market: POST /orders (client)
                > orders: POST /orders (server) > orders: *.Checkout.place (internal) > [
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
                      > shipping: INSERT shipments (client)]],
              market: DynamoDB.PutItem (client)%s],
            market: SQS.DeleteMessage (client)]]
        """
        .formatted(sold);
  }
}
