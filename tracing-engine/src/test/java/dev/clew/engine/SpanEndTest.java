// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class SpanEndTest {

  private final TestEngine engine = new TestEngine(Map.of());

  @Test
  void aSpanRecordsFromItsStartToItsEnd() {
    Span span = engine.span("s");
    assertThat(span.isRecording()).isTrue();
    span.end();
    assertThat(span.isRecording()).isFalse();
  }

  @Test
  void onlyTheFirstEndCounts() {
    Span span = engine.span("s");
    span.end();
    engine.clock.advance(10);
    span.end();

    assertThat(engine.sink.only().getEndTimeUnixNano()).isEqualTo(ManualClock.START);
  }

  @Test
  void whatIsSaidAfterTheEndIsIgnored() {
    Span span = engine.span("s");
    span.end();
    var before = engine.sink.only();
    span.setAttribute("k", "v").setAllAttributes(Attributes.builder().put("k", "v").build());
    span.addEvent("e").recordException(new IllegalStateException()).updateName("n");
    span.setStatus(StatusCode.ERROR, "broken").end();

    assertThat(engine.sink.only()).isEqualTo(before);
    assertThat(engine.problems).isEmpty();
  }

  @Test
  void whoKeepsASpanThatHasEndedDoesNotKeepItsThread() throws Exception {
    AtomicReference<Span> kept = new AtomicReference<>();
    Thread thread = new Thread(() -> kept.set(engine.span("s")));
    thread.start();
    thread.join();
    kept.get().end();
    WeakReference<Thread> reference = new WeakReference<>(thread);
    thread = null;

    for (int i = 0; i < 100 && reference.get() != null; i++) {
      System.gc();
    }
    assertThat(reference.get()).isNull();
    assertThat(kept.get().isRecording()).isFalse();
  }

  @Test
  void aSpanThatHasEndedCanStillBeAParent() {
    Span parent = engine.span("parent");
    parent.end();
    engine.tracer().spanBuilder("child").setParent(Context.root().with(parent)).startSpan().end();

    assertThat(engine.sink.named("child").getParentSpanId())
        .isEqualTo(engine.sink.named("parent").getSpanId());
  }
}
