// SPDX-License-Identifier: Apache-2.0
package dev.clew.shop.demo;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import io.opentelemetry.proto.common.v1.InstrumentationScope;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.TracesData;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Writes spans as OTLP JSON: protobuf's JSON mapping, but with ids in hexadecimal and enums as
 * numbers (OTLP specification, "JSON Protobuf Encoding").
 */
final class OtlpJson {

  private OtlpJson() {}

  static String of(Collection<ServiceSpan> spans) {
    return json(data(spans));
  }

  private static TracesData data(Collection<ServiceSpan> spans) {
    Map<Resource, Map<InstrumentationScope, ScopeSpans.Builder>> grouped = new LinkedHashMap<>();
    for (ServiceSpan span : spans) {
      grouped
          .computeIfAbsent(span.resource(), resource -> new LinkedHashMap<>())
          .computeIfAbsent(span.scope(), scope -> ScopeSpans.newBuilder().setScope(scope))
          .addSpans(span.span());
    }
    TracesData.Builder data = TracesData.newBuilder();
    grouped.forEach(
        (resource, scopes) -> {
          ResourceSpans.Builder of = data.addResourceSpansBuilder().setResource(resource);
          scopes.values().forEach(of::addScopeSpans);
        });
    return data.build();
  }

  private static String json(Message message) {
    return message.getAllFields().entrySet().stream()
        .map(
            field ->
                quoted(field.getKey().getJsonName()) + ":" + json(field.getKey(), field.getValue()))
        .collect(Collectors.joining(",", "{", "}"));
  }

  private static String json(FieldDescriptor field, Object value) {
    if (value instanceof List<?> list) {
      return list.stream()
          .map(element -> json(field, element))
          .collect(Collectors.joining(",", "[", "]"));
    }
    return switch (field.getJavaType()) {
      case MESSAGE -> json((Message) value);
      case ENUM -> Integer.toString(((EnumValueDescriptor) value).getNumber());
      case BYTE_STRING -> quoted(bytes(field, (ByteString) value));
      case STRING -> quoted((String) value);
      case LONG -> quoted(number(field, (Long) value));
      case INT -> number(field, Integer.toUnsignedLong((Integer) value));
      case DOUBLE, FLOAT -> number(((Number) value).doubleValue());
      case BOOLEAN -> value.toString();
    };
  }

  private static String number(FieldDescriptor field, long value) {
    return switch (field.getType()) {
      case INT64, SINT64, SFIXED64 -> Long.toString(value);
      case INT32, SINT32, SFIXED32 -> Integer.toString((int) value);
      default -> Long.toUnsignedString(value);
    };
  }

  private static String number(double value) {
    return Double.isFinite(value) ? Double.toString(value) : quoted(Double.toString(value));
  }

  private static String bytes(FieldDescriptor field, ByteString value) {
    byte[] bytes = value.toByteArray();
    boolean id = field.getName().equals("trace_id") || field.getName().endsWith("span_id");
    return id ? HexFormat.of().formatHex(bytes) : Base64.getEncoder().encodeToString(bytes);
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (c < ' ' || Character.isSurrogate(c)) {
        quoted.append(String.format("\\u%04x", (int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }
}
