// SPDX-License-Identifier: Apache-2.0
package dev.clew.exporter.internal.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.exporter.testing.Logs;
import dev.clew.exporter.testing.Spans;
import java.util.logging.Level;
import org.junit.jupiter.api.Test;

class OriginTest {

  private final Origin origin = new Origin(new Warnings("test"));

  @Test
  void equalScopesHaveOneNumber() {
    int number = origin.number(Spans.scope("a"));

    assertThat(origin.number(Spans.scope("a"))).isEqualTo(number);
    assertThat(origin.number(Spans.scope("b"))).isNotEqualTo(number);
    assertThat(origin.scope(number)).isEqualTo(Spans.scope("a"));
  }

  @Test
  void aNumberThatWasNeverGivenHasNoScope() {
    assertThat(origin.scope(77)).isEmpty();
  }

  @Test
  void tooManyScopesAreOneWithoutANameAndReportedOnce() {
    try (Logs logs = new Logs()) {
      for (int i = 0; i < Origin.MAX_SCOPES; i++) {
        assertThat(origin.number(Spans.scope("scope-" + i))).isPositive();
      }
      assertThat(origin.number(Spans.scope("one more"))).isZero();
      assertThat(origin.number(Spans.scope("and another"))).isZero();
      assertThat(origin.scope(0)).isEmpty();
      assertThat(origin.number(Spans.scope("scope-7"))).isEqualTo(8);
      assertThat(logs.at(Level.WARNING)).hasSize(1).first().asString().startsWith("CLEW-0209");
    }
  }
}
