// SPDX-License-Identifier: Apache-2.0
package dev.clew.analysis.path;

import static dev.clew.analysis.TestSpans.indexOf;
import static dev.clew.analysis.TestSpans.span;
import static dev.clew.analysis.TestSpans.trace;
import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.analysis.GeneratedTrace;
import dev.clew.analysis.Nanos;
import dev.clew.analysis.SpanKind;
import dev.clew.analysis.Trace;
import dev.clew.analysis.Traces;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class SelfTimesTest {

  @Test
  void isWhatIsLeftBesideChildren() {
    Trace trace =
        trace(
            span("root").at(0, 100),
            span("a").under("root").at(10, 40),
            span("b").under("root").at(30, 60),
            span("inside").under("root").at(32, 35),
            span("async").under("root").at(70, 150));
    long[] self = SelfTimes.of(trace);
    assertThat(self[indexOf(trace, "root")]).isEqualTo(50 * Nanos.MILLI);
    assertThat(self[indexOf(trace, "async")]).isEqualTo(80 * Nanos.MILLI);
  }

  @Test
  void agreesWithCountingEachMoment() {
    for (long seed = 0; seed < 300; seed++) {
      Trace trace = Traces.assembleOne(GeneratedTrace.of(seed), 0);
      long[] self = SelfTimes.of(trace);
      for (int i = 0; i < trace.size(); i++) {
        assertThat(self[i]).as("seed %d", seed).isEqualTo(counted(trace, i));
      }
    }
  }

  /** Between any two times at which something starts or ends, nothing changes. */
  private static long counted(Trace trace, int span) {
    TreeSet<Long> times = new TreeSet<>();
    for (int i = 0; i < trace.size(); i++) {
      times.add(trace.startNanos(i));
      times.add(trace.endNanos(i));
    }
    long sum = 0;
    Long from = null;
    for (long until : times) {
      if (from != null && covers(trace, span, from, until) && !inChild(trace, span, from, until)) {
        sum += until - from;
      }
      from = until;
    }
    return sum;
  }

  private static boolean inChild(Trace trace, int span, long from, long until) {
    for (int i = 0; i < trace.size(); i++) {
      if (trace.parent(i) == span && trace.isAwaited(i) && covers(trace, i, from, until)) {
        return true;
      }
    }
    return false;
  }

  private static boolean covers(Trace trace, int span, long from, long until) {
    return trace.startNanos(span) <= from && trace.endNanos(span) >= until;
  }

  @Test
  void sumsByOperation() {
    Trace trace =
        trace(
            span("root").name("GET /").kind(SpanKind.SERVER).at(0, 100),
            span("q1").under("root").name("SELECT").kind(SpanKind.CLIENT).at(10, 30),
            span("q2").under("root").name("SELECT").kind(SpanKind.CLIENT).at(20, 70).failed("x"),
            span("later").under("root").name("SELECT").kind(SpanKind.CLIENT).of("b").at(99, 120));
    assertThat(OperationTime.of(trace))
        .containsExactly(
            new OperationTime(
                "shop",
                "SELECT",
                SpanKind.CLIENT,
                2,
                1,
                ms(70),
                ms(70),
                ms(50),
                indexOf(trace, "q2")),
            new OperationTime("shop", "GET /", SpanKind.SERVER, 1, 0, ms(100), ms(40), ms(49), 0),
            new OperationTime(
                "b",
                "SELECT",
                SpanKind.CLIENT,
                1,
                0,
                ms(21),
                ms(21),
                ms(21),
                indexOf(trace, "later")));
  }

  private static long ms(long number) {
    return number * Nanos.MILLI;
  }

  @Test
  void nothingIsLostInAParallelFan() {
    Trace trace =
        trace(
            span("root").at(0, 10),
            span("a").under("root").at(0, 10),
            span("b").under("root").at(0, 9));
    assertThat(SelfTimes.of(trace)[0]).isZero();
  }
}
