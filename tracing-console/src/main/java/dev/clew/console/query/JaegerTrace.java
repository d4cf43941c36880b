// SPDX-License-Identifier: Apache-2.0
package dev.clew.console.query;

import dev.clew.console.store.KeptSpan;
import dev.clew.console.store.Origin;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A trace as Jaeger's query API has it: times are microseconds, and what Jaeger has no field for is
 * a tag, by OpenTelemetry's mapping to Jaeger.
 */
final class JaegerTrace {

  private final Map<Origin, String> processes = new LinkedHashMap<>();

  private JaegerTrace() {}

  static Map<String, Object> of(List<KeptSpan> kept) {
    JaegerTrace trace = new JaegerTrace();
    List<Object> spans = new ArrayList<>(kept.size());
    kept.forEach(span -> spans.add(trace.span(span)));
    Map<String, Object> processes = new LinkedHashMap<>();
    trace.processes.forEach((origin, id) -> processes.put(id, process(origin)));
    return Map.of("traceID", kept.get(0).traceId(), "spans", spans, "processes", processes);
  }

  private static Map<String, Object> process(Origin origin) {
    Map<String, Object> attributes = Values.of(origin.resource().getAttributesList());
    attributes.remove("service.name");
    return Map.of("serviceName", origin.service(), "tags", tags(attributes));
  }

  private Map<String, Object> span(KeptSpan kept) {
    Map<String, Object> span = new LinkedHashMap<>();
    span.put("traceID", kept.traceId());
    span.put("spanID", kept.spanId());
    span.put("operationName", kept.span().getName());
    span.put("references", references(kept));
    span.put("startTime", micros(kept.span().getStartTimeUnixNano()));
    span.put("duration", micros(kept.durationNanos()));
    span.put("tags", tags(tagsOf(kept)));
    span.put("logs", kept.span().getEventsList().stream().map(JaegerTrace::log).toList());
    span.put(
        "processID",
        processes.computeIfAbsent(kept.origin(), origin -> "p" + (processes.size() + 1)));
    span.put("warnings", List.of());
    return span;
  }

  private static List<Object> references(KeptSpan kept) {
    List<Object> references = new ArrayList<>();
    if (!kept.parentSpanId().isEmpty()) {
      references.add(reference("CHILD_OF", kept.traceId(), kept.parentSpanId()));
    }
    for (Span.Link link : kept.span().getLinksList()) {
      references.add(
          reference(
              "FOLLOWS_FROM", KeptSpan.hex(link.getTraceId()), KeptSpan.hex(link.getSpanId())));
    }
    return references;
  }

  private static Map<String, Object> reference(String type, String traceId, String spanId) {
    return Map.of("refType", type, "traceID", traceId, "spanID", spanId);
  }

  private static Map<String, Object> tagsOf(KeptSpan kept) {
    Map<String, Object> tags = Values.of(kept.span().getAttributesList());
    String kind = kept.span().getKind().name().replace("SPAN_KIND_", "");
    tags.put("span.kind", kind.toLowerCase(Locale.ROOT));
    Status status = kept.span().getStatus();
    if (status.getCode() == Status.StatusCode.STATUS_CODE_ERROR) {
      tags.put("error", true);
    }
    if (status.getCode() != Status.StatusCode.STATUS_CODE_UNSET) {
      tags.put("otel.status_code", status.getCode().name().replace("STATUS_CODE_", ""));
    }
    if (!status.getMessage().isEmpty()) {
      tags.put("otel.status_description", status.getMessage());
    }
    if (!kept.origin().scope().getName().isEmpty()) {
      tags.put("otel.scope.name", kept.origin().scope().getName());
    }
    if (!kept.span().getTraceState().isEmpty()) {
      tags.put("w3c.tracestate", kept.span().getTraceState());
    }
    return tags;
  }

  private static Map<String, Object> log(Span.Event event) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("event", event.getName());
    fields.putAll(Values.of(event.getAttributesList()));
    return Map.of("timestamp", micros(event.getTimeUnixNano()), "fields", tags(fields));
  }

  private static List<Object> tags(Map<String, Object> values) {
    List<Object> tags = new ArrayList<>();
    values.forEach((key, value) -> tags.add(tag(key, value)));
    return tags;
  }

  private static Map<String, Object> tag(String key, Object value) {
    if (value instanceof Boolean) {
      return Map.of("key", key, "type", "bool", "value", value);
    }
    if (value instanceof Long) {
      return Map.of("key", key, "type", "int64", "value", value);
    }
    if (value instanceof Double) {
      return Map.of("key", key, "type", "float64", "value", value);
    }
    return Map.of("key", key, "type", "string", "value", String.valueOf(value));
  }

  private static long micros(long nanos) {
    return Long.divideUnsigned(nanos, 1_000);
  }
}
