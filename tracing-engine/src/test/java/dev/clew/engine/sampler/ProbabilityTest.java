// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine.sampler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.opentelemetry.api.trace.TraceState;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProbabilityTest {

  private static final int TRACES = 100_000;
  private static final long LATE = 0xf000_0000_0000_00L;

  @ParameterizedTest
  @ValueSource(doubles = {1e-3, 0.01, 0.3, 0.5, 0.99, 1})
  void countsCanBeExtrapolated(double ratio) {
    Sampler sampler = Samplers.probability(ratio);

    double estimate =
        new SplittableRandom(1)
            .longs(TRACES)
            .mapToObj(id -> sampler.sample(TestCandidate.root(id)))
            .filter(Decision::sampled)
            .mapToDouble(Extrapolated::count)
            .sum();

    double deviation = Math.sqrt(TRACES * (1 - ratio) / ratio);
    assertThat(estimate).isBetween(TRACES - 4 * deviation, TRACES + 4 * deviation);
  }

  @Test
  void whatASmallRatioSamplesALargerOneDoes() {
    Sampler small = Samplers.probability(0.1);
    Sampler large = Samplers.probability(0.2);
    LongStream ids = new SplittableRandom(1).longs(TRACES);

    assertThat(
            ids.mapToObj(TestCandidate::root)
                .filter(root -> small.sample(root).sampled())
                .allMatch(root -> large.sample(root).sampled()))
        .isTrue();
  }

  @Test
  void unsampledRootsAndSampledOnesHaveOneDecisionEach() {
    Sampler sampler = Samplers.probability(0.5);

    assertThat(sampler.sample(TestCandidate.root(1))).isSameAs(Decision.DROP);
    assertThat(sampler.sample(TestCandidate.root(LATE)))
        .isSameAs(sampler.sample(TestCandidate.root(LATE + 1)));
  }

  @ParameterizedTest
  @CsvSource({"0.5, true, th:8", "0.001, false, ''"})
  void theOwnThresholdReplacesTheCallers(double ratio, boolean sampled, String expected) {
    TraceState state = TraceState.builder().put("v", "1").put("ot", "th:e").build();
    Decision decision = Samplers.probability(ratio).sample(TestCandidate.remote(LATE, true, state));

    assertThat(decision.sampled()).isEqualTo(sampled);
    assertThat(decision.traceState().get("v")).isEqualTo("1");
    assertThat(decision.traceState().asMap().getOrDefault("ot", "")).isEqualTo(expected);
  }

  @Test
  void explicitRandomnessDecidesAndStays() {
    TraceState state = TraceState.builder().put("ot", "rv:10000000000000").build();
    Sampler sampler = Samplers.probability(0.5);

    assertThat(sampler.sample(TestCandidate.remote(LATE, true, state)).sampled()).isFalse();
    assertThat(sampler.sample(TestCandidate.remote(LATE, true, state)).traceState().get("ot"))
        .isEqualTo("rv:10000000000000");
  }

  @ParameterizedTest
  @CsvSource({
    // threshold, sampled: what is passed on
    "th:8, true, th:8",
    "th:f8, true, ''",
    "th:8, false, ''",
    "th:f8, false, th:f8",
    "th:nonsense, true, th:nonsense",
  })
  void onlyAThresholdThatFitsTheDecisionIsPassedOn(String th, boolean sampled, String expected) {
    TraceState state = TraceState.builder().put("ot", th).build();
    Decision decision =
        Samplers.parentBased(Samplers.alwaysOn())
            .sample(TestCandidate.remote(LATE, sampled, state));

    TraceState own = decision.traceState() == null ? state : decision.traceState();
    assertThat(decision.sampled()).isEqualTo(sampled);
    assertThat(own.asMap().getOrDefault("ot", "")).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
  void otherRatiosAreRefused(double ratio) {
    assertThatIllegalArgumentException().isThrownBy(() -> Samplers.probability(ratio));
  }
}
