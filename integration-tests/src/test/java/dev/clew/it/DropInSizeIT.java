// SPDX-License-Identifier: Apache-2.0
package dev.clew.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.it.harness.Wars;
import dev.clew.it.server.OnlyOn;
import java.io.File;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** What one dependency adds to a WAR. */
@OnlyOn("wildfly")
class DropInSizeIT {

  /** Room for what the servers need, and few enough to notice a dependency that slips in. */
  private static final long LIMIT = 1_100_000;

  @Test
  void allJarsTogetherAreWeighLittle() {
    long bytes = Arrays.stream(Wars.dropIn()).mapToLong(File::length).sum();

    assertThat(bytes).as(Arrays.toString(Wars.dropIn())).isLessThanOrEqualTo(LIMIT);
  }

  @Test
  void nothingComesAlongButOpenTelemetrysApi() {
    assertThat(Wars.dropIn())
        .extracting(File::getName)
        .allMatch(name -> name.startsWith("tracing-") || name.startsWith("opentelemetry-"));
  }
}
