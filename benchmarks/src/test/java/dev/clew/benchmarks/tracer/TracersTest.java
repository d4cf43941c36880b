// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks.tracer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is compared has to do the same. */
class TracersTest {

  /** All but the one that has nobody behind it. */
  static Stream<String> recording() {
    return Tracers.NAMES.stream().filter(name -> !"none".equals(name));
  }

  @ParameterizedTest
  @MethodSource("recording")
  void allDeliverFourSpansOfATree(String name) {
    try (TestedTracer tracer = Tracers.start(name, 1)) {
      tracer.tree();
      tracer.tree(new Values());

      assertThat(tracer.delivered()).isEqualTo(8);
    }
  }

  @ParameterizedTest
  @MethodSource("recording")
  void noneDeliversWhatIsNotSampled(String name) {
    try (TestedTracer tracer = Tracers.start(name, 0)) {
      tracer.tree();

      assertThat(tracer.delivered()).isZero();
    }
  }

  @ParameterizedTest
  @MethodSource("recording")
  void noneDeliversAChildOfACallerWhoDoesNotSample(String name) {
    try (TestedTracer tracer = Tracers.start(name, 1)) {
      Runnable leave = tracer.enterUnsampled();
      tracer.child();
      leave.run();

      assertThat(tracer.delivered()).isZero();
    }
  }

  @ParameterizedTest
  @MethodSource("recording")
  void aSpanAloneIsOneSpan(String name) {
    try (TestedTracer tracer = Tracers.start(name, 1)) {
      tracer.span();

      assertThat(tracer.delivered()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @MethodSource("recording")
  void allCarryTheCallersTraceOnAndSampleAsItDoes(String name) {
    try (TestedTracer tracer = Tracers.start(name, 1)) {
      Map<String, String> outgoing = new HashMap<>();
      tracer.hop(tracer.caller(false), outgoing);
      tracer.hop(tracer.caller(true), outgoing);

      assertThat(tracer.delivered()).isEqualTo(1);
      assertThat(String.join("", outgoing.values()).replace("-", ""))
          .contains("0af7651916cd43dd8448eb211c80319c");
    }
  }

  @ParameterizedTest
  @MethodSource("recording")
  void aRateOfAHalfIsAboutHalf(String name) {
    try (TestedTracer tracer = Tracers.start(name, 0.5)) {
      for (int i = 0; i < 1000; i++) {
        tracer.span();
      }
      assertThat(tracer.delivered()).isBetween(400L, 600L);
    }
  }
}
