// SPDX-License-Identifier: Apache-2.0
package dev.clew.console.query;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.clew.analysis.Attributes;
import dev.clew.analysis.Resource;
import dev.clew.analysis.SkewedClock;
import dev.clew.analysis.Span;
import dev.clew.analysis.SpanEvent;
import dev.clew.analysis.SpanLink;
import dev.clew.analysis.SpanRef;
import dev.clew.analysis.Trace;
import dev.clew.analysis.insight.Insight;
import dev.clew.analysis.path.CriticalPath;
import dev.clew.analysis.path.Segment;
import dev.clew.analysis.path.SelfTimes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A trace as the page shows it. Spans are in the order of the tree, each with its depth; times are
 * nanoseconds from the start of the trace, which is text, because it exceeds what JavaScript counts
 * exactly. Services and resources are listed once and named by their place in the list. For one
 * thread, and once.
 */
final class TraceDocument {

  private final Trace trace;
  private final List<Insight> insights;
  private final JsonGenerator json;
  private final long origin;
  private final Map<String, Integer> services = new LinkedHashMap<>();
  private final Map<Resource, Integer> resources = new LinkedHashMap<>();
  private final long[] self;
  private final int[] depths;
  private final long[][] critical;

  /**
   * @param insights of that trace
   */
  TraceDocument(Trace trace, List<Insight> insights, JsonGenerator json) {
    this.trace = trace;
    this.insights = insights;
    this.json = json;
    this.self = SelfTimes.of(trace);
    this.origin = origin(trace);
    this.depths = depths(trace);
    this.critical = critical(trace);
    for (int i = 0; i < trace.size(); i++) {
      services.putIfAbsent(trace.span(i).service(), services.size());
      resources.putIfAbsent(trace.span(i).resource(), resources.size());
    }
  }

  private static long origin(Trace trace) {
    long first = trace.startNanos(0);
    for (int i = 1; i < trace.size(); i++) {
      first = Math.min(first, trace.startNanos(i));
    }
    return first;
  }

  private static int[] depths(Trace trace) {
    int[] depths = new int[trace.size()];
    for (int i = 0; i < depths.length; i++) {
      int parent = trace.parent(i);
      depths[i] = parent == Trace.NONE ? 0 : depths[parent] + 1;
    }
    return depths;
  }

  /** For each span, start and end of each of its pieces of the path, one after the other. */
  private static long[][] critical(Trace trace) {
    long[][] pieces = new long[trace.size()][];
    for (Segment segment : CriticalPath.of(trace).segments()) {
      if (!segment.isWaiting()) {
        long[] before = pieces[segment.span()];
        int length = before == null ? 0 : before.length;
        long[] with = before == null ? new long[2] : Arrays.copyOf(before, length + 2);
        with[length] = segment.startNanos();
        with[length + 1] = segment.endNanos();
        pieces[segment.span()] = with;
      }
    }
    return pieces;
  }

  void write() throws IOException {
    json.writeStartObject();
    json.writeStringField("traceId", trace.id());
    json.writeStringField("start", Long.toString(origin));
    json.writeNumberField("duration", trace.durationNanos());
    json.writeNumberField("missingParents", trace.completeness().missingParents().size());
    json.writeNumberField("lostSpans", trace.completeness().lostSpans());
    json.writeArrayFieldStart("services");
    for (String service : services.keySet()) {
      json.writeString(service);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("resources");
    for (Resource resource : resources.keySet()) {
      attributes(resource.attributes());
    }
    json.writeEndArray();
    writeClocks();
    json.writeArrayFieldStart("spans");
    for (int i = 0; i < trace.size(); i++) {
      writeSpan(i);
    }
    json.writeEndArray();
    writeInsights();
    json.writeEndObject();
  }

  private void writeInsights() throws IOException {
    Map<String, Integer> numbers = new HashMap<>();
    for (int i = 0; i < trace.size(); i++) {
      numbers.put(trace.span(i).spanId(), i);
    }
    json.writeArrayFieldStart("insights");
    for (Insight insight : insights) {
      json.writeStartObject();
      json.writeStringField("kind", lower(insight.kind()));
      json.writeStringField("severity", lower(insight.severity()));
      json.writeStringField("title", insight.title());
      json.writeStringField("detail", insight.explanation());
      json.writeStringField("suggestion", insight.nextStep());
      json.writeArrayFieldStart("spans");
      for (SpanRef span : insight.spans()) {
        Integer number = numbers.get(span.spanId());
        if (number != null) {
          json.writeNumber(number);
        }
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private void writeClocks() throws IOException {
    json.writeArrayFieldStart("skew");
    for (SkewedClock clock : trace.skewedClocks()) {
      json.writeStartObject();
      json.writeStringField("service", clock.service());
      json.writeStringField("instance", clock.instance());
      json.writeNumberField("nanos", -clock.offsetNanos());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void writeSpan(int i) throws IOException {
    Span span = trace.span(i);
    json.writeStartObject();
    json.writeStringField("id", span.spanId());
    if (!span.parentSpanId().isEmpty()) {
      json.writeStringField("parentId", span.parentSpanId());
      json.writeBooleanField("missingParent", trace.parent(i) == Trace.NONE);
    }
    json.writeNumberField("depth", depths[i]);
    json.writeNumberField("service", services.get(span.service()));
    json.writeNumberField("resource", resources.get(span.resource()));
    json.writeStringField("name", span.name());
    json.writeStringField("kind", lower(span.kind()));
    json.writeNumberField("start", trace.startNanos(i) - origin);
    json.writeNumberField("duration", trace.durationNanos(i));
    json.writeNumberField("self", self[i]);
    json.writeStringField("status", span.failed() ? "error" : "ok");
    if (!span.status().description().isEmpty()) {
      json.writeStringField("message", span.status().description());
    }
    writePieces(critical[i]);
    json.writeFieldName("attributes");
    attributes(span.attributes());
    writeEvents(span, trace.startNanos(i) - span.startNanos());
    writeLinks(span.links());
    json.writeEndObject();
  }

  private void writePieces(long[] pieces) throws IOException {
    json.writeArrayFieldStart("critical");
    for (int k = 0; pieces != null && k < pieces.length; k += 2) {
      json.writeStartArray();
      json.writeNumber(pieces[k] - origin);
      json.writeNumber(pieces[k + 1] - origin);
      json.writeEndArray();
    }
    json.writeEndArray();
  }

  /**
   * @param adjusted what was added to the times of the span
   */
  private void writeEvents(Span span, long adjusted) throws IOException {
    json.writeArrayFieldStart("events");
    for (SpanEvent event : span.events()) {
      json.writeStartObject();
      json.writeStringField("name", event.name());
      json.writeNumberField("at", event.timeNanos() + adjusted - origin);
      json.writeFieldName("attributes");
      attributes(event.attributes());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void writeLinks(List<SpanLink> links) throws IOException {
    json.writeArrayFieldStart("links");
    for (SpanLink link : links) {
      json.writeStartObject();
      json.writeStringField("traceId", link.traceId());
      json.writeStringField("spanId", link.spanId());
      json.writeFieldName("attributes");
      attributes(link.attributes());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** Pairs of key and text. */
  private void attributes(Attributes attributes) throws IOException {
    json.writeStartArray();
    List<Map.Entry<String, Object>> all = new ArrayList<>(attributes.size());
    attributes.forEach((key, value) -> all.add(Map.entry(key, value)));
    for (Map.Entry<String, Object> attribute : all) {
      json.writeStartArray();
      json.writeString(attribute.getKey());
      json.writeString(text(attribute.getValue()));
      json.writeEndArray();
    }
    json.writeEndArray();
  }

  private static String text(Object value) {
    return value instanceof List<?> list
        ? list.stream().map(String::valueOf).collect(Collectors.joining(", "))
        : String.valueOf(value);
  }
}
