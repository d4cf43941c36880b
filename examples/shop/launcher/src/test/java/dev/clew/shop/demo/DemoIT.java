// SPDX-License-Identifier: Apache-2.0
package dev.clew.shop.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.clew.testkit.OtlpChecks;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The demo as it is built, on a real WildFly. */
class DemoIT {

  @TempDir Path directory;

  @Test
  void showsACompleteTraceOnce() throws Exception {
    try (StartedDemo demo = StartedDemo.start("--once", "--json", json().toString())) {
      assertThat(demo.awaitExit()).as(demo.said()).isZero();

      assertThat(demo.said()).contains("10 spans, 2 services", "complete");
      assertThat(ReceivedTrace.shape(writtenTrace()))
          .isEqualToIgnoringNewLines(
              """
              orders server POST /orders
                orders internal orders.Checkout.place
                  orders internal orders.PriceList.total
                  orders client POST /reservations
                    stock server POST /stock/reservations
                      stock internal stock.Warehouse.reserve
                        stock client UPDATE stock
                        stock client UPDATE stock
                        stock client INSERT reservations
                  orders internal orders.OrderBook.add""");
    }
  }

  @Test
  void showsWhereAFailureStartedAndHowItTravelled() throws Exception {
    try (StartedDemo demo = StartedDemo.start("--once", "--fail", "--json", json().toString())) {
      assertThat(demo.awaitExit()).as(demo.said()).isZero();

      assertThat(demo.said())
          .contains("answered 502", "The error started in stock, INSERT reservations", "23505");
      assertThat(ReceivedTrace.shape(writtenTrace()))
          .isEqualToIgnoringNewLines(
              """
              orders server POST /orders (error)
                orders internal orders.Checkout.place (error)
                  orders internal orders.PriceList.total
                  orders client POST /reservations (error)
                    stock server POST /stock/reservations (error)
                      stock internal stock.Warehouse.reserve (error)
                        stock client UPDATE stock
                        stock client UPDATE stock
                        stock client INSERT reservations
                        stock client INSERT reservations (error)""");
    }
  }

  private Path json() {
    return directory.resolve("trace.json");
  }

  /** The trace in the file, in which everything is as OTLP and the semantic conventions say. */
  private Trace writtenTrace() throws Exception {
    ExportTraceServiceRequest written = ReceivedJson.read(json());
    assertThat(OtlpChecks.allowing().request(written)).isEmpty();
    assertThat(written.toString()).doesNotContain("Ariadne");
    return ReceivedTrace.of(written);
  }

  @Test
  void saysThatAPortIsTaken() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        StartedDemo demo =
            StartedDemo.start("--http-port", Integer.toString(taken.getLocalPort()))) {
      assertThat(demo.awaitExit()).isEqualTo(1);
      assertThat(demo.said()).contains("port " + taken.getLocalPort() + " is taken");
    }
  }

  /** Ways to end a process. */
  enum End {
    TERMINATED(ProcessHandle::destroy),
    KILLED(ProcessHandle::destroyForcibly);

    private final Consumer<ProcessHandle> how;

    End(Consumer<ProcessHandle> how) {
      this.how = how;
    }
  }

  @ParameterizedTest
  @EnumSource
  void leavesNoProcessWhenItEndsWhileTheServerStarts(End end) throws Exception {
    try (StartedDemo demo = StartedDemo.start("--once")) {
      demo.awaitSaying("Starting");
      await().until(() -> !demo.descendants().isEmpty());

      assertNothingIsLeft(demo, end);
    }
  }

  @ParameterizedTest
  @EnumSource
  void leavesNoProcessWhenItEndsWhileItShowsTraces(End end) throws Exception {
    try (StartedDemo demo = StartedDemo.start()) {
      demo.awaitSaying("Ctrl-C ends it");

      assertNothingIsLeft(demo, end);
    }
  }

  private static void assertNothingIsLeft(StartedDemo demo, End end) throws Exception {
    List<ProcessHandle> started = demo.descendants();
    assertThat(started).isNotEmpty();

    end.how.accept(demo.handle());

    assertThat(demo.awaitExit()).isNotZero();
    StartedDemo.awaitGone(started);
  }
}
