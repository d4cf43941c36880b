// SPDX-License-Identifier: Apache-2.0
package dev.clew.analysis;

import static dev.clew.analysis.TestSpans.indexOf;
import static dev.clew.analysis.TestSpans.span;
import static dev.clew.analysis.TestSpans.trace;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ClockSkewTest {

  @Test
  void leavesClocksAloneThatAgree() {
    for (long seed = 0; seed < 500; seed++) {
      Trace trace = Traces.assembleOne(GeneratedTrace.of(seed), 0);
      assertThat(trace.skewedClocks()).as("seed %d", seed).isEmpty();
    }
  }

  @Test
  void boundsHoldWhatIsWrong() {
    int skewed = 0;
    for (long seed = 0; seed < 1000; seed++) {
      List<Span> truth = GeneratedTrace.of(seed);
      Map<String, Long> offsets = GeneratedTrace.offsets(truth, new Random(seed));
      Trace trace = Traces.assembleOne(GeneratedTrace.skewed(truth, offsets), 0);
      for (SkewedClock clock : trace.skewedClocks()) {
        assertThat(clock.offsetNanos())
            .as("seed %d, %s", seed, clock)
            .isNotZero()
            .isBetween(clock.minNanos(), clock.maxNanos());
        assertThat(-offsets.get(clock.service()))
            .as("seed %d, %s", seed, clock)
            .isBetween(clock.minNanos(), clock.maxNanos());
        skewed++;
      }
    }
    assertThat(skewed).isGreaterThan(1000);
  }

  @Test
  void comesCloseWhereEverybodyTalksToTheRoot() {
    for (long seed = 0; seed < 300; seed++) {
      long wrong = (long) (new Random(seed).nextGaussian() * Nanos.SECOND);
      Trace trace =
          Traces.assembleOne(
              List.of(
                  span("root").at(0, 100).build(),
                  span("a").under("root").kind(SpanKind.CLIENT).at(10, 30).build(),
                  moved(span("b").under("a").of("far").kind(SpanKind.SERVER).at(11, 28), wrong),
                  span("c").under("root").kind(SpanKind.CLIENT).at(40, 60).build(),
                  moved(span("d").under("c").of("far").kind(SpanKind.SERVER).at(45, 59), wrong)),
              0);
      if (wrong < -Nanos.MILLI || wrong > Nanos.MILLI) {
        assertThat(trace.skewedClocks()).as("seed %d", seed).hasSize(1);
        SkewedClock clock = trace.skewedClocks().get(0);
        assertThat(-wrong).isBetween(clock.minNanos(), clock.maxNanos());
        assertThat(Math.abs(clock.offsetNanos() + wrong)).isLessThanOrEqualTo(Nanos.MILLI);
        assertThat(clock.maxNanos() - clock.minNanos()).isEqualTo(2 * Nanos.MILLI);
      }
    }
  }

  @Test
  void noEffectComesBeforeItsCauseAfterwards() {
    for (long seed = 0; seed < 500; seed++) {
      List<Span> truth = GeneratedTrace.of(seed);
      Map<String, Long> offsets = GeneratedTrace.offsets(truth, new Random(seed));
      Trace trace = Traces.assembleOne(GeneratedTrace.skewed(truth, offsets), 0);
      for (int i = 1; i < trace.size(); i++) {
        int parent = trace.parent(i);
        assertThat(trace.startNanos(i))
            .as("seed %d", seed)
            .isGreaterThanOrEqualTo(trace.startNanos(parent));
        if (trace.span(i).kind() == SpanKind.SERVER && !trace.span(parent).failed()) {
          assertThat(trace.endNanos(i)).isLessThanOrEqualTo(trace.endNanos(parent));
        }
      }
    }
  }

  @Test
  void takesAClientThatGaveUpForNoClockThatIsWrong() {
    Trace trace =
        trace(
            span("root").at(0, 200),
            span("client").under("root").kind(SpanKind.CLIENT).at(0, 100).failed("timeout"),
            span("server").under("client").of("far").kind(SpanKind.SERVER).at(60, 140));
    assertThat(trace.skewedClocks()).isEmpty();
  }

  @Test
  void movesNoFurtherThanCausesDemandWhereNothingElseTells() {
    Trace trace =
        trace(
            span("send").kind(SpanKind.PRODUCER).at(100, 101),
            span("process").under("send").of("far").kind(SpanKind.CONSUMER).at(40, 60));
    assertThat(trace.startNanos(indexOf(trace, "process")))
        .isEqualTo(trace.startNanos(indexOf(trace, "send")));
    assertThat(trace.skewedClocks())
        .containsExactly(
            new SkewedClock("far", "far-1", 60 * Nanos.MILLI, 60 * Nanos.MILLI, Long.MAX_VALUE, 1));
  }

  @Test
  void aSmallDisagreementIsNoReasonForALargeCorrection() {
    Trace trace =
        trace(
            span("client").kind(SpanKind.CLIENT).at(0, 1000),
            span("server").under("client").of("far").kind(SpanKind.SERVER).at(-0.001, 1));
    assertThat(trace.skewedClocks().get(0).offsetNanos()).isEqualTo(2 * Nanos.MICRO);
  }

  private static Span moved(TestSpans.Draft draft, long offset) {
    Span span = draft.build();
    return span.toBuilder().time(span.startNanos() + offset, span.endNanos() + offset).build();
  }
}
