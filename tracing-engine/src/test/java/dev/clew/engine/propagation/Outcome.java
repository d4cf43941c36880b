// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine.propagation;

import com.fasterxml.jackson.databind.JsonNode;
import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Context;
import java.util.Map;
import java.util.TreeMap;

/** What was extracted, as one line that a person can compare. */
record Outcome(String span, String traceState, Map<String, String> baggage) {

  static Outcome of(Context context) {
    SpanContext span = Span.fromContext(context).getSpanContext();
    Map<String, String> members = new TreeMap<>();
    Baggage.fromContext(context)
        .forEach(
            (key, entry) ->
                members.put(key, member(entry.getValue(), entry.getMetadata().getValue())));
    if (!span.isValid()) {
      return new Outcome("", "", members);
    }
    StringBuilder state = new StringBuilder();
    span.getTraceState().forEach((key, value) -> append(state, key, value));
    String remote = span.isRemote() ? "" : " not remote";
    return new Outcome(
        span(span.getTraceId(), span.getSpanId(), span.getTraceFlags().asHex()) + remote,
        state.toString(),
        members);
  }

  static Outcome of(JsonNode recorded) {
    Map<String, String> members = new TreeMap<>();
    recorded
        .get("baggage")
        .properties()
        .forEach(
            entry ->
                members.put(
                    entry.getKey(),
                    member(
                        entry.getValue().get("value").textValue(),
                        entry.getValue().get("metadata").textValue())));
    if (!recorded.get("valid").booleanValue()) {
      return new Outcome("", "", members);
    }
    StringBuilder state = new StringBuilder();
    recorded
        .get("traceState")
        .properties()
        .forEach(entry -> append(state, entry.getKey(), entry.getValue().textValue()));
    return new Outcome(
        span(
            recorded.get("traceId").textValue(),
            recorded.get("spanId").textValue(),
            recorded.get("flags").textValue()),
        state.toString(),
        members);
  }

  private static String span(String traceId, String spanId, String flags) {
    return traceId + "-" + spanId + "-" + flags;
  }

  private static String member(String value, String metadata) {
    return metadata.isEmpty() ? value : value + ";" + metadata;
  }

  private static void append(StringBuilder state, String key, String value) {
    state.append(state.isEmpty() ? "" : ",").append(key).append('=').append(value);
  }
}
