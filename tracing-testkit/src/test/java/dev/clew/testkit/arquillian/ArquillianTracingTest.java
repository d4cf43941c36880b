// SPDX-License-Identifier: Apache-2.0
package dev.clew.testkit.arquillian;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.testkit.Run;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The extension within Arquillian, with a container that runs nothing. */
class ArquillianTracingTest {

  @ParameterizedTest
  @ValueSource(strings = {"looksAtItsTraces", "doesNotSeeWhatWasBefore"})
  void passesTestThatIsRight(String test) {
    assertThat(Run.failures(ArquillianExamples.class, test)).isEmpty();
  }

  @Test
  void leavesAloneWhatIsNotToBeTraced() {
    assertThat(Run.failures(ArquillianExamples.NotTraced.class, "isDeployedAsItIs")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "leavesATrace, the test leavesATrace did not look at",
    "leavesAnUnfinishedSpan, the parent of shop: child (internal) was never finished",
    "leavesASpanThatComesLate, the test leavesASpanThatComesLate did not look at",
  })
  void failsTestThatIsWrong(String test, String problem) {
    assertThat(Run.failures(ArquillianExamples.class, test))
        .singleElement()
        .asString()
        .contains(problem);
  }
}
