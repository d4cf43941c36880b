// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine.sampler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceIdRatioTest {

  private static final int TRACES = 100_000;

  @ParameterizedTest
  @ValueSource(doubles = {0.01, 0.1, 0.5, 0.9})
  void aShareOfTheTracesIsSampled(double ratio) {
    Sampler sampler = Samplers.traceIdRatio(ratio);

    long sampled = randomIds().filter(id -> samples(sampler, id)).count();

    assertThat((double) sampled / TRACES).isBetween(ratio - 0.01, ratio + 0.01);
  }

  @Test
  void whatASmallRatioSamplesALargerOneDoes() {
    Sampler small = Samplers.traceIdRatio(0.1);
    Sampler large = Samplers.traceIdRatio(0.2);

    assertThat(randomIds().filter(id -> samples(small, id)).allMatch(id -> samples(large, id)))
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, -1, Long.MAX_VALUE, Long.MIN_VALUE})
  void nothingIsSampledAtZero(long id) {
    assertThat(samples(Samplers.traceIdRatio(0), id)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, -1, Long.MAX_VALUE - 1, Long.MIN_VALUE})
  void everythingIsSampledAtOne(long id) {
    assertThat(samples(Samplers.traceIdRatio(1), id)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
  void otherRatiosAreRefused(double ratio) {
    assertThatIllegalArgumentException().isThrownBy(() -> Samplers.traceIdRatio(ratio));
  }

  private static LongStream randomIds() {
    return new SplittableRandom(1).longs(TRACES);
  }

  private static boolean samples(Sampler sampler, long traceIdLow) {
    return sampler.sample(TestCandidate.root(traceIdLow)).sampled();
  }
}
