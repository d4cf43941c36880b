// SPDX-License-Identifier: Apache-2.0
package dev.clew.testkit;

import com.google.protobuf.ByteString;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Turns OTLP messages into {@link FinishedSpan}s, for receivers that get them over a network, too.
 */
public final class SpanDecoder {

  private SpanDecoder() {}

  /** All spans of a message, as assertions want them. */
  public static List<FinishedSpan> decode(ExportTraceServiceRequest request) {
    return request.getResourceSpansList().stream()
        .flatMap(resource -> decode(resource).stream())
        .toList();
  }

  /** All spans of a resource, as assertions want them. */
  public static List<FinishedSpan> decode(ResourceSpans received) {
    Map<String, Object> resource = attributes(received.getResource().getAttributesList());
    return received.getScopeSpansList().stream()
        .flatMap(
            scope ->
                scope.getSpansList().stream()
                    .map(span -> decode(span, scope.getScope().getName(), resource)))
        .toList();
  }

  static FinishedSpan decode(Span span, String scope, Map<String, Object> resource) {
    return new FinishedSpan(
        hex(span.getTraceId()),
        hex(span.getSpanId()),
        hex(span.getParentSpanId()),
        span.getTraceState(),
        span.getFlags(),
        span.getName(),
        kind(span.getKind()),
        span.getStartTimeUnixNano(),
        span.getEndTimeUnixNano(),
        attributes(span.getAttributesList()),
        span.getEventsList().stream().map(SpanDecoder::event).toList(),
        span.getLinksList().stream().map(SpanDecoder::link).toList(),
        status(span.getStatus()),
        span.getStatus().getMessage(),
        scope,
        resource);
  }

  static String hex(ByteString bytes) {
    return HexFormat.of().formatHex(bytes.toByteArray());
  }

  private static FinishedSpan.Event event(Span.Event event) {
    return new FinishedSpan.Event(
        event.getName(), event.getTimeUnixNano(), attributes(event.getAttributesList()));
  }

  private static FinishedSpan.Link link(Span.Link link) {
    return new FinishedSpan.Link(
        hex(link.getTraceId()), hex(link.getSpanId()), attributes(link.getAttributesList()));
  }

  static Map<String, Object> attributes(List<KeyValue> attributes) {
    Map<String, Object> map = new LinkedHashMap<>();
    attributes.forEach(attribute -> map.put(attribute.getKey(), value(attribute.getValue())));
    return Collections.unmodifiableMap(map);
  }

  private static Object value(AnyValue value) {
    return switch (value.getValueCase()) {
      case STRING_VALUE -> value.getStringValue();
      case BOOL_VALUE -> value.getBoolValue();
      case INT_VALUE -> value.getIntValue();
      case DOUBLE_VALUE -> value.getDoubleValue();
      case ARRAY_VALUE ->
          value.getArrayValue().getValuesList().stream().map(SpanDecoder::value).toList();
      case KVLIST_VALUE -> attributes(value.getKvlistValue().getValuesList());
      case BYTES_VALUE -> hex(value.getBytesValue());
      default -> "";
    };
  }

  /** Unspecified and unknown kinds are found by {@link OtlpChecks}. */
  private static SpanKind kind(Span.SpanKind kind) {
    return switch (kind) {
      case SPAN_KIND_SERVER -> SpanKind.SERVER;
      case SPAN_KIND_CLIENT -> SpanKind.CLIENT;
      case SPAN_KIND_PRODUCER -> SpanKind.PRODUCER;
      case SPAN_KIND_CONSUMER -> SpanKind.CONSUMER;
      default -> SpanKind.INTERNAL;
    };
  }

  private static StatusCode status(Status status) {
    return switch (status.getCode()) {
      case STATUS_CODE_OK -> StatusCode.OK;
      case STATUS_CODE_ERROR -> StatusCode.ERROR;
      default -> StatusCode.UNSET;
    };
  }
}
