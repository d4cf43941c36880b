// SPDX-License-Identifier: Apache-2.0
package dev.clew.console;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.InstrumentationScope;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** Spans and requests as senders make them. */
public final class Requests {

  private Requests() {}

  /** A request of one service. */
  public static ExportTraceServiceRequest of(String service, Span... spans) {
    return of(service, Arrays.asList(spans));
  }

  /** A request of one service. */
  public static ExportTraceServiceRequest of(String service, List<Span> spans) {
    return ExportTraceServiceRequest.newBuilder()
        .addResourceSpans(
            ResourceSpans.newBuilder()
                .setResource(Resource.newBuilder().addAttributes(text("service.name", service)))
                .addScopeSpans(
                    ScopeSpans.newBuilder()
                        .setScope(InstrumentationScope.newBuilder().setName("test"))
                        .addAllSpans(spans)))
        .build();
  }

  /** A span with ids of two numbers, from 1 on, that starts at the second of its number. */
  public static Span.Builder span(long trace, long span) {
    return Span.newBuilder()
        .setTraceId(id(0, trace))
        .setSpanId(id(span))
        .setName("span " + span)
        .setKind(Span.SpanKind.SPAN_KIND_SERVER)
        .setStartTimeUnixNano(span * 1_000_000_000)
        .setEndTimeUnixNano(span * 1_000_000_000 + 1_000);
  }

  /** A link to a span of two numbers. */
  public static Span.Link.Builder link(long trace, long span) {
    return Span.Link.newBuilder().setTraceId(id(0, trace)).setSpanId(id(span));
  }

  /** An id of numbers. */
  public static ByteString id(long... parts) {
    ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES * parts.length);
    for (long part : parts) {
      bytes.putLong(part);
    }
    return ByteString.copyFrom(bytes.array());
  }

  /** The text of a trace id of a number. */
  public static String traceId(long trace) {
    return HexFormat.of().formatHex(id(0, trace).toByteArray());
  }

  /** An attribute. */
  public static KeyValue text(String key, String value) {
    return KeyValue.newBuilder()
        .setKey(key)
        .setValue(AnyValue.newBuilder().setStringValue(value))
        .build();
  }

  /** An attribute. */
  public static KeyValue number(String key, long value) {
    return KeyValue.newBuilder()
        .setKey(key)
        .setValue(AnyValue.newBuilder().setIntValue(value))
        .build();
  }
}
