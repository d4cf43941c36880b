// SPDX-License-Identifier: Apache-2.0
package dev.clew.analysis;

import static dev.clew.analysis.TestSpans.indexOf;
import static dev.clew.analysis.TestSpans.span;
import static dev.clew.analysis.TestSpans.trace;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clew.analysis.Completeness.MissingParent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TracesTest {

  @Test
  void parentsComeBeforeTheirChildrenAndSiblingsInTheOrderOfTheirStarts() {
    Trace trace =
        trace(
            span("late").under("root").at(50, 60),
            span("leaf").under("early").at(20, 30),
            span("root").at(0, 100),
            span("early").under("root").at(10, 40));
    assertThat(ids(trace)).containsExactly("root", "early", "leaf", "late");
    assertThat(trace.parent(0)).isEqualTo(Trace.NONE);
    assertThat(trace.parent(2)).isEqualTo(1);
    assertThat(trace.end(1)).isEqualTo(3);
    assertThat(trace.end(0)).isEqualTo(4);
    assertThat(trace.durationNanos()).isEqualTo(100 * Nanos.MILLI);
    assertThat(trace.completeness().isComplete()).isTrue();
  }

  @Test
  void dependsOnTheSpansAndNotOnTheirOrder() {
    for (long seed = 0; seed < 300; seed++) {
      Random random = new Random(seed);
      List<Span> truth = GeneratedTrace.of(seed);
      List<Span> spans = GeneratedTrace.skewed(truth, GeneratedTrace.offsets(truth, random));
      Trace expected = Traces.assembleOne(spans, 0);
      spans.addAll(spans.subList(0, random.nextInt(spans.size())));
      Collections.shuffle(spans, random);
      Trace trace = Traces.assembleOne(spans, 0);
      assertThat(text(trace)).as("seed %d", seed).isEqualTo(text(expected));
      assertThat(trace.completeness().duplicates()).isEqualTo(spans.size() - truth.size());
    }
  }

  @Test
  void everyTreeHoldsTheSpansBelowIt() {
    for (long seed = 0; seed < 300; seed++) {
      Trace trace = Traces.assembleOne(GeneratedTrace.of(seed), 0);
      for (int i = 0; i < trace.size(); i++) {
        int children = 0;
        for (int c = trace.firstChild(i); c < trace.end(i); c = trace.end(c)) {
          assertThat(trace.parent(c)).as("seed %d", seed).isEqualTo(i);
          assertThat(trace.span(c).parentSpanId()).isEqualTo(trace.span(i).spanId());
          children++;
        }
        String id = trace.span(i).spanId();
        assertThat(GeneratedTrace.of(seed).stream().filter(s -> s.parentSpanId().equals(id)))
            .hasSize(children);
      }
    }
  }

  @Test
  void tellsParentsThatAreMissing() {
    Trace trace =
        trace(
            span("root").at(10, 20),
            span("a").under("gone").at(0, 5),
            span("b").under("gone").at(6, 8));
    assertThat(ids(trace)).containsExactly("root", "a", "b");
    assertThat(trace.completeness().missingParents())
        .containsExactly(new MissingParent("gone", List.of("a", "b")));
    assertThat(trace.completeness().isComplete()).isFalse();
  }

  @Test
  void keepsSeveralRoots() {
    Trace trace = trace(span("second").at(5, 9), span("first").at(1, 3));
    assertThat(ids(trace)).containsExactly("first", "second");
    assertThat(trace.completeness().roots()).isEqualTo(2);
  }

  @Test
  void breaksCyclesAtTheFirstOfTheirSpans() {
    Trace trace =
        trace(
            span("self").under("self").at(0, 1),
            span("b").under("c").at(3, 4),
            span("c").under("a").at(4, 5),
            span("a").under("b").at(2, 3),
            span("below").under("c").at(4, 5));
    assertThat(ids(trace)).containsExactly("self", "a", "c", "b", "below");
    assertThat(trace.completeness().brokenCycles()).containsExactly("self", "a");
    assertThat(trace.completeness().missingParents()).isEmpty();
  }

  @Test
  void keepsTheVersionOfASpanThatEndsLast() {
    Trace trace =
        trace(
            span("a").at(0, 10),
            span("a").at(0, 30).name("done"),
            span("a").at(0, 20),
            span("a").at(0, 10));
    assertThat(trace.size()).isEqualTo(1);
    assertThat(trace.span(0).name()).isEqualTo("done");
    assertThat(trace.completeness().conflicts()).isEqualTo(2);
    assertThat(trace.completeness().duplicates()).isEqualTo(1);
  }

  @Test
  void bearsTimesThatCannotBe() {
    Span reversed = span("a").at(10, 5).build();
    Span negative = span("b").under("a").build().toBuilder().time(-5, Long.MIN_VALUE).build();
    Span huge = span("c").under("b").build().toBuilder().time(Long.MIN_VALUE, -1).build();
    Span longest =
        span("d").under("c").of("far").build().toBuilder().time(0, Long.MAX_VALUE).build();
    Trace trace = Traces.assembleOne(List.of(reversed, negative, huge, longest), 0);
    for (int i = 0; i < trace.size(); i++) {
      assertThat(trace.startNanos(i)).isNotNegative();
      assertThat(trace.durationNanos(i)).isNotNegative();
    }
    assertThat(trace.completeness().implausibleTimes())
        .containsExactlyInAnyOrder("a", "b", "c", "d");
    assertThat(trace.durationNanos()).isPositive();
  }

  @Test
  void sumsWhatIsDroppedAndLost() {
    Span some = span("a").at(0, 1).build().toBuilder().dropped(new Dropped(1, 2, 3)).build();
    Span more =
        span("b").under("a").at(0, 1).build().toBuilder().dropped(new Dropped(4, 0, 0)).build();
    Completeness completeness = Traces.assembleOne(List.of(some, more), 7).completeness();
    assertThat(completeness.dropped()).isEqualTo(new Dropped(5, 2, 3));
    assertThat(completeness.lostSpans()).isEqualTo(7);
    assertThat(completeness.isComplete()).isFalse();
  }

  @Test
  void managesDeepChainsAndWideFans() {
    int many = 100_000;
    List<Span> chain = new ArrayList<>();
    List<Span> fan = new ArrayList<>();
    for (int i = 0; i < many; i++) {
      chain.add(
          span("s" + i)
              .under(i == 0 ? "" : "s" + (i - 1))
              .of("v" + i % 9)
              .at(i, 2 * many - i)
              .build());
      fan.add(span("s" + i).under(i == 0 ? "" : "s0").at(i, i + 1).build());
    }
    Collections.reverse(chain);
    Trace deep = Traces.assembleOne(chain, 0);
    assertThat(deep.end(0)).isEqualTo(many);
    assertThat(deep.parent(many - 1)).isEqualTo(many - 2);
    Trace wide = Traces.assembleOne(fan, 0);
    assertThat(wide.parent(many - 1)).isZero();
  }

  @Test
  void sortsSpansByTheirTraces() {
    Span one = Span.builder("b", "1").build();
    Span other = Span.builder("a", "1").build();
    assertThat(Traces.assemble(List.of(one, other)))
        .extracting(Trace::id)
        .containsExactly("a", "b");
    assertThatThrownBy(() -> Traces.assembleOne(List.of(one, other), 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Traces.assembleOne(List.of(), 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void waitsForAnswersButNotForWhatGoesOnAfterwards() {
    Trace trace =
        trace(
            span("root").kind(SpanKind.SERVER).at(0, 100),
            span("client").under("root").kind(SpanKind.CLIENT).at(10, 50),
            span("server").under("client").kind(SpanKind.SERVER).at(20, 51),
            span("async").under("root").at(60, 150));
    assertThat(trace.isAwaited(indexOf(trace, "root"))).isFalse();
    assertThat(trace.isAwaited(indexOf(trace, "client"))).isTrue();
    assertThat(trace.isAwaited(indexOf(trace, "server"))).isTrue();
    assertThat(trace.isAwaited(indexOf(trace, "async"))).isFalse();
  }

  private static List<String> ids(Trace trace) {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < trace.size(); i++) {
      ids.add(trace.span(i).spanId());
    }
    return ids;
  }

  private static String text(Trace trace) {
    StringBuilder text = new StringBuilder(trace.skewedClocks().toString());
    for (int i = 0; i < trace.size(); i++) {
      text.append('\n').append(trace.parent(i)).append(' ').append(trace.startNanos(i));
      text.append(' ').append(trace.endNanos(i)).append(' ').append(trace.span(i));
    }
    return text.toString();
  }
}
