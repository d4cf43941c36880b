// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EndTest {

  @TempDir private Path directory;

  @Test
  void endingItLeavesNothingRunning() throws Exception {
    Process benchmark = start("--include", "export", "--json", directory + "/r.json");
    try (BufferedReader printed = benchmark.inputReader(StandardCharsets.UTF_8)) {
      assertThat(printed.readLine()).contains("measurements");
      List<ProcessHandle> children = children(benchmark);

      benchmark.destroy();

      assertThat(benchmark.waitFor(1, TimeUnit.MINUTES)).isTrue();
      for (ProcessHandle child : children) {
        child.onExit().get(1, TimeUnit.MINUTES);
      }
    } finally {
      benchmark.destroyForcibly();
    }
  }

  @Test
  void whatIsWrongIsSaidInOneLine() throws Exception {
    Process benchmark = start("--threads", "many");

    assertThat(new String(benchmark.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
        .isEqualTo("benchmark: --threads needs a number from 1 to 64, not 'many'\n");
    assertThat(benchmark.waitFor()).isEqualTo(2);
  }

  private static List<ProcessHandle> children(Process process) {
    List<ProcessHandle> children = List.of();
    while (children.isEmpty() && process.isAlive()) {
      Thread.onSpinWait();
      children = process.descendants().toList();
    }
    assertThat(children).isNotEmpty();
    return children;
  }

  private static Process start(String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(BenchmarkMain.class.getName());
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }
}
