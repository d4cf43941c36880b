// SPDX-License-Identifier: Apache-2.0
package dev.clew.cdi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Where a trace is not sampled, a traced method costs no memory. */
class UnsampledTest {

  @Test
  void aCallBelowAnUnsampledSpanAllocatesNothing() throws Exception {
    Process probe = probe();
    String output = new String(probe.getInputStream().readAllBytes(), UTF_8);

    assertThat(probe.waitFor()).as(output).isZero();
    assertThat(Double.parseDouble(lastLine(output))).isLessThan(1);
  }

  /** Compiles before it goes on, so that the outcome does not depend on how busy a machine is. */
  private static Process probe() throws Exception {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx64m",
            "-Xbatch",
            "-cp",
            System.getProperty("java.class.path"),
            UnsampledProbe.class.getName())
        .redirectErrorStream(true)
        .start();
  }

  /** Newer JVMs warn of what libraries do before the probe has its say. */
  private static String lastLine(String output) {
    return output.lines().reduce("", (earlier, later) -> later);
  }
}
