// SPDX-License-Identifier: Apache-2.0
package dev.clew.analysis.path;

import static dev.clew.analysis.TestSpans.START;
import static dev.clew.analysis.TestSpans.indexOf;
import static dev.clew.analysis.TestSpans.span;
import static dev.clew.analysis.TestSpans.trace;
import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.analysis.GeneratedTrace;
import dev.clew.analysis.Nanos;
import dev.clew.analysis.Span;
import dev.clew.analysis.SpanKind;
import dev.clew.analysis.Trace;
import dev.clew.analysis.Traces;
import dev.clew.analysis.path.GeneratedProgram.Piece;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CriticalPathTest {

  @Test
  void isWhatProgramsHaveToWaitFor() {
    int waits = 0;
    for (long seed = 0; seed < 1000; seed++) {
      GeneratedProgram program = new GeneratedProgram(seed);
      Trace trace = Traces.assembleOne(program.spans(), 0);
      assertThat(pieces(trace, CriticalPath.of(trace, 0)))
          .as("answer, seed %d", seed)
          .isEqualTo(program.answered());
      List<Piece> completed = pieces(trace, CriticalPath.of(trace));
      assertThat(completed).as("end, seed %d", seed).isEqualTo(program.completed());
      waits += completed.stream().anyMatch(Piece::waiting) ? 1 : 0;
    }
    assertThat(waits).isGreaterThan(500);
  }

  @Test
  void hasNeitherGapsNorOverlapsWhateverClocksSay() {
    for (long seed = 0; seed < 500; seed++) {
      Trace trace = Traces.assembleOne(scrambled(GeneratedTrace.of(seed), seed), 0);
      List<Segment> segments = CriticalPath.of(trace).segments();
      for (int i = 0; i < segments.size(); i++) {
        assertThat(segments.get(i).durationNanos()).as("seed %d", seed).isPositive();
        if (i > 0) {
          assertThat(segments.get(i).startNanos()).isEqualTo(segments.get(i - 1).endNanos());
        }
      }
    }
  }

  @Test
  void servesThatEndAfterTheirAnswerAreStillWaitedFor() {
    Trace trace =
        trace(
            span("client").kind(SpanKind.CLIENT).at(0, 100),
            span("server").under("client").of("far").kind(SpanKind.SERVER).at(0, 101),
            span("query").under("server").of("far").kind(SpanKind.CLIENT).at(20, 101));
    assertThat(text(trace, CriticalPath.of(trace, 0)))
        .containsExactly("server 0-20", "query 20-100");
  }

  @Test
  void leavesOutWhatNobodyWaitsFor() {
    Trace trace =
        trace(
            span("root").kind(SpanKind.SERVER).at(0, 50),
            span("audit").under("root").at(10, 90),
            span("query").under("root").at(20, 40));
    assertThat(text(trace, CriticalPath.of(trace, 0)))
        .containsExactly("root 0-20", "query 20-40", "root 40-50");
    assertThat(text(trace, CriticalPath.of(trace))).containsExactly("root 0-10", "audit 10-90");
  }

  @Test
  void saysHowLongMessagesWaited() {
    Trace trace =
        trace(
            span("root").at(0, 10),
            span("send").under("root").kind(SpanKind.PRODUCER).at(5, 6),
            span("process").under("send").of("mail").kind(SpanKind.CONSUMER).at(80, 90));
    CriticalPath path = CriticalPath.of(trace);
    int process = indexOf(trace, "process");
    assertThat(text(trace, path))
        .containsExactly("root 0-5", "send 5-6", "process waits 6-80", "process 80-90");
    assertThat(path.waitNanos()[process]).isEqualTo(74 * Nanos.MILLI);
    assertThat(path.workNanos()[process]).isEqualTo(10 * Nanos.MILLI);
    assertThat(path.durationNanos()).isEqualTo(90 * Nanos.MILLI);
  }

  @Test
  void managesDeepChainsAndWideFans() {
    int many = 100_000;
    List<Span> chain = new ArrayList<>();
    List<Span> fan = new ArrayList<>();
    for (int i = 0; i < many; i++) {
      chain.add(span("s" + i).under(i == 0 ? "" : "s" + (i - 1)).at(i, 2 * many - i).build());
      fan.add(span("s" + i).under(i == 0 ? "" : "s0").at(i, i == 0 ? many : i + 1).build());
    }
    Trace deep = Traces.assembleOne(chain, 0);
    assertThat(CriticalPath.of(deep).segments()).hasSize(2 * many - 1);
    Trace wide = Traces.assembleOne(fan, 0);
    assertThat(CriticalPath.of(wide).segments()).hasSize(many);
  }

  private static List<Span> scrambled(List<Span> spans, long seed) {
    Random random = new Random(seed);
    List<Span> scrambled = new ArrayList<>();
    for (Span span : spans) {
      long shift = random.nextInt((int) (50 * Nanos.MILLI));
      scrambled.add(span.toBuilder().time(span.startNanos() + shift, span.endNanos()).build());
    }
    return scrambled;
  }

  private static List<Piece> pieces(Trace trace, CriticalPath path) {
    return path.segments().stream()
        .map(
            s ->
                new Piece(
                    trace.span(s.span()).spanId(), s.startNanos(), s.endNanos(), s.isWaiting()))
        .toList();
  }

  private static List<String> text(Trace trace, CriticalPath path) {
    return path.segments().stream()
        .map(
            s ->
                trace.span(s.span()).spanId()
                    + (s.isWaiting() ? " waits " : " ")
                    + (s.startNanos() - START) / Nanos.MILLI
                    + "-"
                    + (s.endNanos() - START) / Nanos.MILLI)
        .toList();
  }
}
