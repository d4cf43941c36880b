// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.proto.trace.v1.Span.Event;
import io.opentelemetry.proto.trace.v1.Span.Link;
import io.opentelemetry.proto.trace.v1.Status;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Random spans, read back by OpenTelemetry's own classes, are what was recorded. */
class EncodingPropertyTest {

  private static final int SPANS = 3000;

  private final TestEngine engine = new TestEngine(Map.of());
  private final RandomTelemetry random = new RandomTelemetry(20261122);

  @Test
  void whatIsReadIsWhatWasRecorded() {
    for (int i = 0; i < SPANS; i++) {
      engine.sink.spans.clear();
      io.opentelemetry.proto.trace.v1.Span expected = recordOne();

      assertThat(engine.sink.only()).isEqualTo(expected);
    }
    assertThat(engine.problems).isEmpty();
  }

  private io.opentelemetry.proto.trace.v1.Span recordOne() {
    var expected = io.opentelemetry.proto.trace.v1.Span.newBuilder();
    Span span = start(expected);
    Attributes attributes = random.attributes();
    span.setAllAttributes(attributes);
    expected.addAllAttributes(RandomTelemetry.encoded(attributes));
    for (int i = random.below(4); i > 0; i--) {
      addEvent(span, expected.addEventsBuilder());
    }
    if (random.below(2) == 0) {
      setStatus(span, expected.getStatusBuilder());
    }
    String name = "n" + random.text();
    span.updateName(name).end(expected.getEndTimeUnixNano(), TimeUnit.NANOSECONDS);
    expected.setName(RandomTelemetry.encodable(name));
    SpanContext context = span.getSpanContext();
    return expected
        .setTraceId(ByteString.copyFrom(context.getTraceIdBytes()))
        .setSpanId(ByteString.copyFrom(context.getSpanIdBytes()))
        .setFlags(0x103)
        .build();
  }

  private Span start(io.opentelemetry.proto.trace.v1.Span.Builder expected) {
    SpanKind kind = SpanKind.values()[random.below(SpanKind.values().length)];
    expected.setKindValue(kind.ordinal() + 1);
    long start = random.time();
    expected.setStartTimeUnixNano(start).setEndTimeUnixNano(start + random.below(1_000_000));
    SpanBuilder builder = engine.tracer().spanBuilder("to be renamed").setNoParent();
    builder.setSpanKind(kind).setStartTimestamp(start, TimeUnit.NANOSECONDS);
    for (int i = random.below(4); i > 0; i--) {
      addLink(builder, expected.addLinksBuilder());
    }
    return builder.startSpan();
  }

  private void addLink(SpanBuilder builder, Link.Builder expected) {
    SpanContext target = random.context();
    Attributes attributes = random.attributes();
    builder.addLink(target, attributes);
    expected
        .setTraceId(ByteString.copyFrom(target.getTraceIdBytes()))
        .setSpanId(ByteString.copyFrom(target.getSpanIdBytes()))
        .setTraceState(target.getTraceState().isEmpty() ? "" : "a=1,b=2")
        .setFlags(target.getTraceFlags().asByte() | 0x100 | (target.isRemote() ? 0x200 : 0))
        .addAllAttributes(RandomTelemetry.encoded(attributes));
  }

  private void addEvent(Span span, Event.Builder expected) {
    String name = "e" + random.text();
    long time = random.time();
    Attributes attributes = random.attributes();
    span.addEvent(name, attributes, time, TimeUnit.NANOSECONDS);
    expected
        .setName(RandomTelemetry.encodable(name))
        .setTimeUnixNano(time)
        .addAllAttributes(RandomTelemetry.encoded(attributes));
  }

  private void setStatus(Span span, Status.Builder expected) {
    String description = random.text();
    span.setStatus(StatusCode.ERROR, description);
    expected
        .setCode(Status.StatusCode.STATUS_CODE_ERROR)
        .setMessage(RandomTelemetry.encodable(description));
  }
}
