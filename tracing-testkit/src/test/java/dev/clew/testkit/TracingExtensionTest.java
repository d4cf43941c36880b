// SPDX-License-Identifier: Apache-2.0
package dev.clew.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.context.Context;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TracingExtensionTest {

  @Test
  void passesTestThatIsRight() {
    assertThat(Run.failures(StrictExamples.class, "takesItsSpans")).isEmpty();
    assertThat(Run.failures(StrictExamples.class, "startsOverWithOtherSettings")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "doesNotTakeItsSpan, the test did not look at \"left\"",
    "doesNotFinishItsSpan, a span was never finished",
    "finishesOnlyTheChild, the parent of \"child\" was never finished",
    "leaksScope, a scope was never closed",
    "leaksScopeOnAnotherThread, a scope was never closed",
    "closesScopeOnAnotherThread, a scope was closed on",
    "recordsUnknownAttribute, 'orders, which is not in the semantic conventions'",
    "takesMoreThanThereIs, 'expected 2 spans, but not looked at yet are 1'",
  })
  void failsTestThatIsWrong(String test, String problem) {
    assertThat(Run.failures(StrictExamples.class, test))
        .singleElement()
        .asString()
        .contains(problem);
  }

  @Test
  void keepsTestsApart() {
    Run.failures(StrictExamples.class, "leaksScope");
    Run.failures(StrictExamples.class, "doesNotFinishItsSpan");

    assertThat(Context.current()).isSameAs(Context.root());
    assertThat(Run.failures(StrictExamples.class, "takesItsSpans")).isEmpty();
  }
}
