// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.api.spi.TimedSpan;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Scope;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

@SuppressWarnings("try") // A scope is there to be closed, not to be used.
class SpanTimesTest {

  private final TestEngine engine = new TestEngine(Map.of());

  @Test
  void aSpanLastsFromStartToEnd() {
    Span span = engine.span("s");
    engine.clock.advance(1234);
    span.end();

    assertTimes("s", ManualClock.START, ManualClock.START + 1234);
  }

  @Test
  void aLocalTraceDoesNotNoticeThatTheWallClockIsSet() {
    Span root = engine.span("root");
    engine.clock.stepWallClock(-3_600_000_000_000L);
    engine.clock.advance(10);
    try (Scope current = root.makeCurrent()) {
      Span child = engine.span("child");
      engine.clock.advance(10);
      child.end();
    }
    root.end();

    assertTimes("child", ManualClock.START + 10, ManualClock.START + 20);
    assertTimes("root", ManualClock.START, ManualClock.START + 20);
    assertThat(engine.clock.wallReads()).as("reads of the wall clock").isEqualTo(1);
  }

  @Test
  void theNextLocalTraceDoes() {
    engine.span("first").end();
    engine.clock.stepWallClock(-1000);
    engine.span("second").end();

    assertTimes("second", ManualClock.START - 1000, ManualClock.START - 1000);
  }

  @Test
  void explicitTimesAreKept() {
    Span span = engine.tracer().spanBuilder("a").setStartTimestamp(3, TimeUnit.SECONDS).startSpan();
    span.end(4, TimeUnit.SECONDS);
    Instant start = Instant.ofEpochSecond(5, 6);
    engine.tracer().spanBuilder("b").setStartTimestamp(start).startSpan().end(start.plusNanos(1));

    assertTimes("a", 3_000_000_000L, 4_000_000_000L);
    assertTimes("b", 5_000_000_006L, 5_000_000_007L);
  }

  @Test
  void readingsOfTheClockAreShared() {
    engine.clock.advance(7);
    Span span = engine.span("s");
    TimedSpan timed = (TimedSpan) span;
    engine.clock.advance(30);
    timed.endNanoTime(timed.startNanoTime() + 20);
    span.end();

    assertThat(timed.startNanoTime()).isEqualTo(engine.clock.nanoTime() - 30);
    assertTimes("s", ManualClock.START + 7, ManualClock.START + 27);
  }

  @Test
  void anEndBeforeTheStartIsTheStart() {
    engine.span("s").end(1, TimeUnit.SECONDS);

    assertTimes("s", ManualClock.START, ManualClock.START);
  }

  @Test
  void timesThatCannotBeAreNow() {
    var builder = engine.tracer().spanBuilder("s").setStartTimestamp(-1, TimeUnit.SECONDS);
    builder.setStartTimestamp(5, null).setStartTimestamp(null);
    Span span = builder.startSpan();
    engine.clock.advance(1);
    span.end(Instant.MIN);

    assertTimes("s", ManualClock.START, ManualClock.START + 1);
  }

  @Test
  void timesBeyondAllMeasureAreTheLatestThereIs() {
    engine.span("s").end(Instant.MAX);

    assertTimes("s", ManualClock.START, Long.MAX_VALUE);
  }

  @Test
  void theSystemClockTellsTheTime() {
    SystemClock clock = new SystemClock();
    long before = System.currentTimeMillis();
    long nanoTime = clock.nanoTime();
    long now = (nanoTime + clock.epochOffset(nanoTime)) / 1_000_000;

    assertThat(now).isBetween(before - 60_000, System.currentTimeMillis() + 60_000);
  }

  private void assertTimes(String name, long start, long end) {
    assertThat(engine.sink.named(name).getStartTimeUnixNano()).isEqualTo(start);
    assertThat(engine.sink.named(name).getEndTimeUnixNano()).isEqualTo(end);
  }
}
