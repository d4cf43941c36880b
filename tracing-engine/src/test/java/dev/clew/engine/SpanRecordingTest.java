// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("try") // A scope is there to be closed, not to be used.
class SpanRecordingTest {

  private static final String TRACE_ID = "0af7651916cd43dd8448eb211c80319c";
  private static final String SPAN_ID = "b7ad6b7169203331";
  private static final TraceState STATE = TraceState.builder().put("b", "2").put("a", "1").build();
  private static final SpanContext REMOTE =
      SpanContext.createFromRemoteParent(TRACE_ID, SPAN_ID, TraceFlags.fromByte((byte) 3), STATE);

  private final TestEngine engine = new TestEngine(Map.of());

  @AfterEach
  void close() {
    engine.close();
  }

  @Test
  void childHangsBelowTheCurrentSpan() {
    Span root = engine.span("root");
    try (Scope current = root.makeCurrent()) {
      engine.span("child").end();
    }
    root.end();

    var child = engine.sink.named("child");
    assertThat(child.getTraceId()).isEqualTo(engine.sink.named("root").getTraceId());
    assertThat(child.getParentSpanId()).isEqualTo(engine.sink.named("root").getSpanId());
    assertThat(engine.sink.named("root").getParentSpanId().isEmpty()).isTrue();
  }

  @Test
  void explicitParentBeatsTheCurrentSpan() {
    Span parent = engine.span("parent");
    try (Scope current = engine.span("current").makeCurrent()) {
      engine.tracer().spanBuilder("child").setParent(Context.root().with(parent)).startSpan().end();
      engine.tracer().spanBuilder("root").setNoParent().startSpan().end();
    }

    assertThat(Otlp.id(engine.sink.named("child").getParentSpanId()))
        .isEqualTo(parent.getSpanContext().getSpanId());
    assertThat(engine.sink.named("root").getParentSpanId().isEmpty()).isTrue();
  }

  @Test
  void childOfARemoteParentContinuesItsTrace() {
    Span span =
        engine.tracer().spanBuilder("server").setParent(remote(Span.wrap(REMOTE))).startSpan();
    span.end();

    var server = engine.sink.only();
    assertThat(Otlp.id(server.getTraceId())).isEqualTo(TRACE_ID);
    assertThat(Otlp.id(server.getParentSpanId())).isEqualTo(SPAN_ID);
    assertThat(server.getTraceState()).isEqualTo("a=1,b=2");
    assertThat(server.getFlags()).as("has-is-remote, is-remote, random, sampled").isEqualTo(0x303);
    assertThat(span.getSpanContext().isRemote()).isFalse();
  }

  @Test
  void anotherImplementationsSpanCanBeTheParent() {
    SpanContext local =
        SpanContext.create(TRACE_ID, SPAN_ID, TraceFlags.getSampled(), TraceState.getDefault());
    engine.tracer().spanBuilder("child").setParent(remote(Span.wrap(local))).startSpan().end();

    assertThat(Otlp.id(engine.sink.only().getParentSpanId())).isEqualTo(SPAN_ID);
    assertThat(engine.sink.only().getFlags()).as("not remote, not random").isEqualTo(0x101);
  }

  @Test
  void anInvalidParentStartsATrace() {
    engine.tracer().spanBuilder("r").setParent(remote(Span.getInvalid())).startSpan().end();

    assertThat(engine.sink.only().getParentSpanId().isEmpty()).isTrue();
    assertThat(engine.sink.only().getTraceId().size()).isEqualTo(16);
  }

  @Test
  void aTraceThatStartsHereSaysThatItsIdIsRandom() {
    Span span = engine.span("root");
    span.end();

    assertThat(span.getSpanContext().getTraceFlags().asByte()).isEqualTo((byte) 3);
    assertThat(engine.sink.only().getFlags()).isEqualTo(0x103);
  }

  @ParameterizedTest
  @EnumSource
  void kindIsExported(SpanKind kind) {
    engine.tracer().spanBuilder("s").setSpanKind(kind).startSpan().end();

    assertThat(engine.sink.only().getKind().name()).isEqualTo("SPAN_KIND_" + kind);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "  "})
  void aSpanWithoutNameIsCalledUnspecified(String name) {
    engine.tracer().spanBuilder(name).startSpan().end();

    assertThat(engine.sink.only().getName()).isEqualTo("<unspecified span name>");
  }

  @Test
  void theNameCanBeChangedUntilTheEnd() {
    Span span = engine.span("first");
    span.updateName("second").updateName(null).updateName(" ");
    span.end();
    span.updateName("third");

    assertThat(engine.sink.only().getName()).isEqualTo("second");
  }

  @Test
  void everyRecordedSpanIsAnnouncedOnce() {
    Span span = engine.span("s");
    assertThat(engine.sink.started)
        .containsExactly(Long.parseUnsignedLong(span.getSpanContext().getSpanId(), 16));
    span.end();
    assertThat(engine.sink.started).hasSize(1);
  }

  @Test
  void aSecondSpanOfABuilderSharesNothingWithTheFirst() {
    var builder = engine.tracer().spanBuilder("s").setAttribute("a", "1");
    Span first = builder.startSpan();
    Span second = builder.setAttribute("b", "2").startSpan();
    first.setAttribute("c", "3");
    first.end();
    second.end();

    assertThat(engine.sink.spans.get(0).getAttributesList())
        .containsExactly(Otlp.attribute("a", "1"), Otlp.attribute("c", "3"));
    assertThat(engine.sink.spans.get(1).getAttributesList())
        .containsExactly(Otlp.attribute("b", "2"));
    assertThat(first.getSpanContext().getSpanId())
        .isNotEqualTo(second.getSpanContext().getSpanId());
  }

  @Test
  void makingASpanCurrentWhereItIsCurrentChangesNothing() {
    Span span = engine.span("s");
    Context context = Context.root().with(span);

    assertThat(context.with(span)).isSameAs(context);
    assertThat(Span.fromContext(context)).isSameAs(span);
    span.end();
  }

  @Test
  void itsTextIsOneLineWhateverItsName() {
    Span span = engine.span("a\r\nFAKE LOG LINE");

    assertThat(span.toString()).contains(span.getSpanContext().getTraceId()).doesNotContain("\n");
    span.end();
    assertThat(span.toString()).contains("ended").doesNotContain("\n");
  }

  private static Context remote(Span parent) {
    return Context.root().with(parent);
  }
}
