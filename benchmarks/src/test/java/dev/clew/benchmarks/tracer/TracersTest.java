// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks.tracer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is compared has to do the same. */
class TracersTest {

  @ParameterizedTest
  @ValueSource(strings = {"limit", "clew", "opentelemetry", "brave"})
  void allDeliverFourSpansOfATree(String name) {
    try (TestedTracer tracer = Tracers.start(name, 1)) {
      tracer.tree();
      tracer.tree();

      assertThat(tracer.delivered()).isEqualTo(8);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"limit", "clew", "opentelemetry", "brave"})
  void noneDeliversWhatIsNotSampled(String name) {
    try (TestedTracer tracer = Tracers.start(name, 0)) {
      tracer.tree();

      assertThat(tracer.delivered()).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"limit", "clew", "opentelemetry", "brave"})
  void noneDeliversAChildOfACallerWhoDoesNotSample(String name) {
    try (TestedTracer tracer = Tracers.start(name, 1)) {
      Runnable leave = tracer.enterUnsampled();
      tracer.child();
      leave.run();

      assertThat(tracer.delivered()).isZero();
    }
  }
}
