// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws;

import com.google.protobuf.ByteString;
import dev.clew.exporter.sender.Batch;
import dev.clew.exporter.sender.BatchBuilder;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.InstrumentationScope;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.util.HexFormat;

/** Batches as the exporter makes them, of spans that a test has made. */
public final class Batches {

  private Batches() {}

  /** A batch of spans of a service. */
  public static Batch of(String service, Span... spans) {
    byte[] scope =
        ScopeSpans.newBuilder()
            .setScope(InstrumentationScope.newBuilder().setName("test"))
            .build()
            .toByteArray();
    BatchBuilder builder = new BatchBuilder();
    for (Span span : spans) {
      byte[] bytes = span.toByteArray();
      builder.add(0, bytes, 0, bytes.length);
    }
    byte[] resource =
        ResourceSpans.newBuilder()
            .setResource(Resource.newBuilder().addAttributes(text("service.name", service)))
            .build()
            .toByteArray();
    return builder.build(resource, number -> scope);
  }

  /** A span with ids that end in these digits. */
  public static Span.Builder span(String trace, String span) {
    return Span.newBuilder()
        .setTraceId(id(trace, 32))
        .setSpanId(id(span, 16))
        .setName("span-" + span)
        .setKind(Span.SpanKind.SPAN_KIND_INTERNAL)
        .setStartTimeUnixNano(1_700_000_000_000_000_000L)
        .setEndTimeUnixNano(1_700_000_000_500_000_000L);
  }

  /** An id that ends in these digits. */
  public static ByteString id(String digits, int length) {
    return ByteString.copyFrom(HexFormat.of().parseHex(hex(digits, length)));
  }

  /** The same in hexadecimal digits. */
  public static String hex(String digits, int length) {
    return "0".repeat(length - digits.length()) + digits;
  }

  public static KeyValue text(String key, String value) {
    return attribute(key, AnyValue.newBuilder().setStringValue(value));
  }

  public static KeyValue attribute(String key, AnyValue.Builder value) {
    return KeyValue.newBuilder().setKey(key).setValue(value).build();
  }
}
