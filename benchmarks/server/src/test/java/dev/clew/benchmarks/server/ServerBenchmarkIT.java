// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole of it on a real server, as short as can be; says nothing of times. */
class ServerBenchmarkIT {

  /** The request and its three statements. */
  private static final int SPANS = 4;

  /** It tells that the server is ready, and is not measured. */
  private static final int THE_FIRST = 1;

  /** Statements that make tables. */
  private static final int TABLES = 3;

  @TempDir Path directory;

  @Test
  void measuresAndLosesNoSpan() throws Exception {
    Path json = directory.resolve("server.json");

    int status =
        ServerBenchmark.exitStatus(
            "--only",
            "clew100",
            "--starts",
            "1",
            "--rounds",
            "1",
            "--seconds",
            "1",
            "--warm-up",
            "1",
            "--json",
            json.toString());

    assertThat(status).isZero();
    JsonNode clew = new ObjectMapper().readTree(json.toFile()).get("clew100");
    assertThat(clew.get("processorMicrosPerRequest")).hasSize(1);
    long requests = clew.get("requests").asLong() + THE_FIRST;
    // More where a busy receiver answers too late, and is sent a batch once more.
    assertThat(clew.get("spansReceived").asLong())
        .isGreaterThanOrEqualTo(TABLES + requests * SPANS);
  }
}
