// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.engine.propagation.RemoteDecision;
import dev.clew.engine.propagation.RemoteTrace;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Traces that were begun elsewhere, without a span that has been decided on. */
class RemoteTraceTest {

  private static final String TRACE_ID = "5759e988bd862e3fe1be46a994272793";
  private static final String PARENT_ID = "53995c3f42cd8ad8";

  @Test
  void traceWithoutParentIsGoneOnWithFromItsRoot() {
    TestEngine engine = new TestEngine(Map.of());
    Span span = started(engine, begun(null, RemoteDecision.NONE));
    span.end();

    assertThat(span.getSpanContext().getTraceId()).isEqualTo(TRACE_ID);
    assertThat(engine.sink.only().getParentSpanId()).isEmpty();
    assertThat(engine.sink.only().getFlags() & 0x200).isZero();
  }

  @Test
  void parentThatLeftTheDecisionToOthersIsTheParent() {
    TestEngine engine = new TestEngine(Map.of());
    started(engine, begun(PARENT_ID, RemoteDecision.NONE)).end();

    assertThat(Otlp.id(engine.sink.only().getParentSpanId())).isEqualTo(PARENT_ID);
    assertThat(engine.sink.only().getFlags() & 0x200).isEqualTo(0x200);
  }

  @Test
  void samplerDecidesAsForANewTrace() {
    TestEngine engine = new TestEngine(Map.of("otel.traces.sampler", "parentbased_always_off"));

    assertThat(started(engine, begun(PARENT_ID, RemoteDecision.NONE)).isRecording()).isFalse();
    assertThat(started(engine, begun(PARENT_ID, RemoteDecision.ACCEPT)).isRecording()).isTrue();
  }

  @Test
  void unrecordedSpanIsOfTheTraceToo() {
    TestEngine engine = new TestEngine(Map.of());
    Span span = started(engine, begun(null, RemoteDecision.DENY));

    assertThat(span.isRecording()).isFalse();
    assertThat(span.getSpanContext().getTraceId()).isEqualTo(TRACE_ID);
  }

  @Test
  void onlyTheFirstSpanGoesOnWithIt() {
    TestEngine engine = new TestEngine(Map.of());
    Context begun = begun(null, RemoteDecision.NONE);
    started(engine, begun);

    assertThat(started(engine, begun).getSpanContext().getTraceId()).isNotEqualTo(TRACE_ID);
  }

  @Test
  void aSpanInTheContextIsFollowedInstead() {
    TestEngine engine = new TestEngine(Map.of());
    Span local = engine.span("local");
    Span child = started(engine, begun(null, RemoteDecision.NONE).with(local));

    assertThat(child.getSpanContext().getTraceId()).isEqualTo(local.getSpanContext().getTraceId());
  }

  @Test
  void idsThatAreNoneStartATrace() {
    TestEngine engine = new TestEngine(Map.of());
    Context broken = RemoteTrace.into(Context.root(), "no id", "none", RemoteDecision.NONE);

    assertThat(started(engine, broken).getSpanContext().isValid()).isTrue();
    assertThat(engine.problems).isEmpty();
  }

  private static Context begun(String parentId, RemoteDecision decision) {
    return RemoteTrace.into(Context.root(), TRACE_ID, parentId, decision);
  }

  private static Span started(TestEngine engine, Context parent) {
    return engine.tracer().spanBuilder("served").setParent(parent).startSpan();
  }
}
