// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole of it with the real collector, as short as can be; says nothing of times. */
class ConsoleBenchmarkIT {

  @TempDir Path directory;

  @Test
  void measuresAndLosesNoSpan() throws Exception {
    Path json = directory.resolve("console.json");

    int status =
        ConsoleBenchmark.exitStatus("--spans", "2000", "--times", "1", "--json", json.toString());

    assertThat(status).isZero();
    JsonNode figures = new ObjectMapper().readTree(json.toFile());
    assertThat(figures.get("spans").asInt()).isEqualTo(2_000 + 10_000);
    assertThat(figures.get("millis")).hasSameSizeAs(Question.all(1));
  }
}
