// SPDX-License-Identifier: Apache-2.0
package dev.clew.shop.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
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
    Path json = directory.resolve("trace.json");
    try (StartedDemo demo = start("--once", "--json", json.toString())) {
      assertThat(demo.awaitExit()).as(demo.said()).isZero();

      assertThat(demo.said())
          .contains(
              "2 services",
              "complete",
              "POST /orders",
              "Checkout.place",
              "client",
              "POST /stock/reservations",
              "Shelves.take");
      assertThat(spans(json))
          .extracting(span -> span.get("parentSpanId") == null)
          .hasSizeGreaterThanOrEqualTo(8)
          .containsOnlyOnce(true);
    }
  }

  private static List<JsonNode> spans(Path json) throws Exception {
    List<JsonNode> spans = new ArrayList<>();
    for (JsonNode resource : new ObjectMapper().readTree(json.toFile()).get("resourceSpans")) {
      for (JsonNode scope : resource.get("scopeSpans")) {
        scope.get("spans").forEach(spans::add);
      }
    }
    return spans;
  }

  @Test
  void saysThatAPortIsTaken() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        StartedDemo demo = start("--http-port", Integer.toString(taken.getLocalPort()))) {
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
    try (StartedDemo demo = start("--once")) {
      demo.awaitSaying("Starting");
      await().until(() -> !demo.descendants().isEmpty());

      assertNothingIsLeft(demo, end);
    }
  }

  @ParameterizedTest
  @EnumSource
  void leavesNoProcessWhenItEndsWhileItShowsTraces(End end) throws Exception {
    try (StartedDemo demo = start()) {
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

  private static StartedDemo start(String... arguments) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dshop.root=" + System.getProperty("demo.root"),
                "-Dstdout.encoding=UTF-8",
                "-jar",
                System.getProperty("demo.jar")));
    command.addAll(Arrays.asList(arguments));
    return new StartedDemo(new ProcessBuilder(command));
  }
}
