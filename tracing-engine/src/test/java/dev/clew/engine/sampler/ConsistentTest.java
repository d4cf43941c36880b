// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine.sampler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.opentelemetry.api.trace.TraceState;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** By the examples of "TraceState: Probability Sampling" and "TraceState Handling". */
class ConsistentTest {

  @ParameterizedTest
  @CsvSource({
    "1, 0",
    "2, 8",
    "3, aaab",
    "4, c",
    "5, cccd",
    "8, e",
    "10, e666",
    "16, f",
    "100, fd70a",
    "1000, ffbe77",
    "10000, fff9724",
    "100000, ffff583a",
    "1000000, ffffef39",
  })
  void oneInSoManyHasTheThresholdOfTheSpecification(int n, String expected) {
    long threshold = Consistent.threshold(1.0 / n);

    assertThat(Consistent.with(TraceState.getDefault(), threshold).get("ot"))
        .isEqualTo("th:" + expected);
  }

  @Test
  void theTextOfAThresholdIsReadAsThatThreshold() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 100_000; i++) {
      double probability =
          Math.min(1, Math.pow(random.nextDouble(), 1 + random.nextInt(8)) + 1e-12);
      long threshold = Consistent.threshold(probability);
      TraceState state = Consistent.with(TraceState.getDefault(), threshold);

      assertThat(Consistent.probability(threshold))
          .isCloseTo(probability, within(probability / 8000));
      assertThat(Consistent.threshold(state)).isEqualTo(threshold);
    }
  }

  @Test
  void theSmallestProbabilitiesAreNothingOrOneInAllThereAre() {
    assertThat(Consistent.threshold(0)).isEqualTo(Consistent.NOTHING);
    assertThat(Consistent.threshold(0x1p-57)).isEqualTo(Consistent.NOTHING);
    assertThat(Consistent.threshold(0x1p-56)).isEqualTo(Consistent.NOTHING - 1);
  }

  @ParameterizedTest
  @CsvSource({
    "th:c, 0xc0000000000000",
    "rv:6e6d1a75832a2f;th:0, 0",
    "p:8;th:fd70a4, 0xfd70a400000000",
    "th:00000000000001, 1",
    "th:, -1",
    "th:000000000000001, -1",
    "th:C, -1",
    "th:-1, -1",
    "th:0x, -1",
    "xth:c, -1",
    "c, -1",
    ";, -1",
  })
  void thresholdsAreOneToFourteenDigits(String value, String expected) {
    assertThat(Consistent.threshold(state(value))).isEqualTo(Long.decode(expected));
  }

  @ParameterizedTest
  @ValueSource(strings = {"rv:6e6d1a75832a2f", "th:4;rv:6e6d1a75832a2f"})
  void explicitRandomnessComesBeforeTheTraceId(String value) {
    assertThat(Consistent.randomness(state(value), -1)).isEqualTo(0x6e6d1a75832a2fL);
  }

  @ParameterizedTest
  @ValueSource(strings = {"rv:6e6d1a75832a2", "rv:6E6D1A75832A2F", "th:6e6d1a75832a2f", "x"})
  void elseTheLast56BitsOfTheTraceIdAreTaken(String value) {
    assertThat(Consistent.randomness(state(value), -1)).isEqualTo(Consistent.NOTHING - 1);
    assertThat(Consistent.randomness(TraceState.getDefault(), 0xff0000000000000aL)).isEqualTo(10);
  }

  @Test
  void aThresholdIsSetAmongWhatOthersHaveThere() {
    TraceState state = state("rv:6e6d1a75832a2f;th:8;x:1");

    assertThat(Consistent.with(state, Consistent.EVERYTHING).asMap())
        .containsEntry("ot", "rv:6e6d1a75832a2f;x:1;th:0")
        .containsEntry("vendor", "v");
    assertThat(Consistent.with(state, Consistent.NOTHING).get("ot"))
        .isEqualTo("rv:6e6d1a75832a2f;x:1");
    assertThat(Consistent.with(state("th:8"), Consistent.NOTHING).asMap())
        .containsOnlyKeys("vendor");
    assertThat(Consistent.with(TraceState.getDefault(), Consistent.NOTHING).isEmpty()).isTrue();
  }

  private static TraceState state(String value) {
    return TraceState.builder().put("vendor", "v").put("ot", value).build();
  }
}
