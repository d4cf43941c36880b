// SPDX-License-Identifier: Apache-2.0
package dev.clew.cdi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Where a trace is not sampled, a traced method costs no memory, or next to none. */
class UnsampledTest {

  @Test
  void aCallBelowAnUnsampledSpanAllocatesNothing() throws Exception {
    assertThat(bytesOfCall(UnsampledProbe.CHILD)).isLessThan(1);
  }

  /** 48, 24 and 32 bytes; the text of the trace's id would be 72 more. */
  @Test
  void aCallThatBeginsAnUnsampledTraceAllocatesASpanAContextAndAScope() throws Exception {
    assertThat(bytesOfCall("root")).isLessThan(48 + 24 + 32 + 8);
  }

  private static double bytesOfCall(String where) throws Exception {
    Process probe = probe(where);
    String output = new String(probe.getInputStream().readAllBytes(), UTF_8);

    assertThat(probe.waitFor()).as(output).isZero();
    return Double.parseDouble(lastLine(output));
  }

  /** Compiles before it goes on, so that the outcome does not depend on how busy a machine is. */
  private static Process probe(String where) throws Exception {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx64m",
            "-Xbatch",
            "-Dio.opentelemetry.context.contextStorageProvider=default", // not that of tests
            "-cp",
            System.getProperty("java.class.path"),
            UnsampledProbe.class.getName(),
            where)
        .redirectErrorStream(true)
        .start();
  }

  /** Newer JVMs warn of what libraries do before the probe has its say. */
  private static String lastLine(String output) {
    return output.lines().reduce("", (earlier, later) -> later);
  }
}
