// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Counts bytes, which unlike nanoseconds do not depend on what else the machine is doing. */
class AllocationTest {

  @Test
  void anUnsampledChildOfAnUnsampledParentAllocatesNothing() throws Exception {
    assertThat(bytesPerOperation(AllocationProbe.UNSAMPLED_CHILD)).isLessThan(1);
  }

  @Test
  void norDoesOneWhereTheSameCodeAlsoStartsSpansThatAreRecorded() throws Exception {
    assertThat(bytesPerOperation(AllocationProbe.UNSAMPLED_CHILD_AMONG_OTHERS)).isLessThan(1);
  }

  @Test
  void decidingAgainstATraceAllocatesNothing() throws Exception {
    assertThat(bytesPerOperation(AllocationProbe.SKIPPED_ROOT)).isLessThan(1);
  }

  /** 48 bytes; a builder would be as many again, and a copy of four attributes also. */
  @Test
  void anUnsampledRootAllocatesASpanAndNothingForItsAttributes() throws Exception {
    assertThat(bytesPerOperation(AllocationProbe.UNSAMPLED_ROOT)).isLessThan(48 + 8);
  }

  @Test
  void encodingAndHandingOverASpanAllocatesNothing() throws Exception {
    assertThat(bytesPerOperation(AllocationProbe.FINISHED_SPAN)).isLessThan(1);
  }

  @Test
  void norDoesEncodingSpansWhoseValuesAreTooManyToBeKept() throws Exception {
    assertThat(bytesPerOperation(AllocationProbe.THOUSANDS_OF_VALUES)).isLessThan(1);
  }

  private static double bytesPerOperation(String operation)
      throws IOException, InterruptedException {
    Process probe =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-Xbatch",
                "-cp",
                System.getProperty("java.class.path"),
                AllocationProbe.class.getName(),
                operation)
            .redirectErrorStream(true)
            .start();
    String output = new String(probe.getInputStream().readAllBytes(), UTF_8);
    assertThat(probe.waitFor()).as(output).isZero();
    return Double.parseDouble(lastLine(output));
  }

  /** Newer JVMs warn of what libraries do before the probe has its say. */
  private static String lastLine(String output) {
    return output.lines().reduce("", (earlier, later) -> later);
  }
}
