// SPDX-License-Identifier: Apache-2.0
package dev.clew.shop.demo;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.InstrumentationScope;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import io.opentelemetry.proto.trace.v1.Status.StatusCode;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A span as it was received, with where it came from. */
record ServiceSpan(Resource resource, InstrumentationScope scope, Span span) {

  static Stream<ServiceSpan> of(ResourceSpans received) {
    return received.getScopeSpansList().stream().flatMap(scope -> of(received, scope));
  }

  private static Stream<ServiceSpan> of(ResourceSpans received, ScopeSpans scope) {
    return scope.getSpansList().stream()
        .map(span -> new ServiceSpan(received.getResource(), scope.getScope(), span));
  }

  String service() {
    return attribute(resource.getAttributesList(), "service.name").orElse("?");
  }

  String traceId() {
    return hex(span.getTraceId());
  }

  String id() {
    return hex(span.getSpanId());
  }

  /** Empty for a root. */
  String parentId() {
    return hex(span.getParentSpanId());
  }

  boolean isRoot() {
    return span.getParentSpanId().isEmpty();
  }

  boolean isRequest() {
    return span.getKind() == SpanKind.SPAN_KIND_SERVER;
  }

  /** A message; or a record of Kinesis, which by the conventions is none, but is read as well. */
  boolean isSending() {
    return span.getKind() == SpanKind.SPAN_KIND_PRODUCER
        || span.getName().equals("Kinesis.PutRecord");
  }

  boolean isFailed() {
    return span.getStatus().getCode() == StatusCode.STATUS_CODE_ERROR;
  }

  Optional<String> attribute(String key) {
    return attribute(span.getAttributesList(), key);
  }

  private static Optional<String> attribute(List<KeyValue> attributes, String key) {
    return attributes.stream()
        .filter(attribute -> attribute.getKey().equals(key))
        .map(attribute -> text(attribute.getValue()))
        .findFirst();
  }

  private static String text(AnyValue value) {
    return value.hasIntValue() ? Long.toString(value.getIntValue()) : value.getStringValue();
  }

  private static String hex(ByteString bytes) {
    return HexFormat.of().formatHex(bytes.toByteArray());
  }
}
