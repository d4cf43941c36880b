// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine.sampler;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RecordingCostTest {

  private static final long TIMED = 64;
  private static final long NOT_TIMED = 65;

  private long now = -5_000;

  /** How long it takes to read the clock. */
  private long reading;

  private long sending;
  private final RecordingCost cost = new RecordingCost(() -> now += reading);

  @Test
  void oneSpanIn64IsTimed() {
    int timed = 0;
    for (long id = 0; id < 6400; id++) {
      timed += cost.begin(id * 0x9E3779B97F4A7C15L) == 0 ? 0 : 1;
    }

    assertThat(timed).isEqualTo(100);
  }

  @Test
  void itIsAllThatIsDoneForASpan() {
    spans(16, 1000, 200, 300);

    assertThat(cost.getAsDouble()).isBetween(1490.0, 1500.0);
  }

  @Test
  void theClocksOwnTimeIsNoPartOfIt() {
    reading = 20;
    spans(16, 1000, 200);

    assertThat(cost.getAsDouble()).isBetween(1190.0, 1200.0);
  }

  @Test
  void whatSendingTakesIsSharedByAllSpans() {
    cost.sending(() -> sending);
    sending = 1_000_000;
    spans(16, 1000);
    double first = cost.getAsDouble();
    for (int i = 0; i < 84; i++) {
      cost.ended(NOT_TIMED);
    }
    spans(16, 1000);
    sending += 100 * 400;

    assertThat(first).as("what was spent before").isBetween(990.0, 1000.0);
    assertThat(cost.getAsDouble()).isBetween(1190.0, 1200.0);
  }

  @Test
  void whoLosesTheProcessorCountsLittle() {
    spans(99, 1000);
    spans(1, 1_000_000_000);

    assertThat(cost.getAsDouble()).isBetween(1900.0, 2000.0);
  }

  @Test
  void fewSpansSayNothingYet() {
    spans(15, 1000);
    assertThat(cost.getAsDouble()).isZero();
    spans(1, 1000);
    assertThat(cost.getAsDouble()).isPositive();
  }

  @Test
  void aChangeIsHalfBelievedEachTime() {
    spans(16, 1000);
    cost.getAsDouble();
    double last = 1000;
    for (int i = 0; i < 5; i++) {
      spans(16, 10_000);
      double next = cost.getAsDouble();
      assertThat(next).isBetween((last + 10_000) / 2 - 10, (last + 10_000) / 2 + 1);
      last = next;
    }
    assertThat(last).isGreaterThan(9_700);
  }

  private void spans(int count, long... pieces) {
    for (int i = 0; i < count; i++) {
      for (long nanos : pieces) {
        long began = cost.begin(TIMED);
        now += nanos;
        cost.add(began);
      }
      cost.ended(TIMED);
    }
  }
}
