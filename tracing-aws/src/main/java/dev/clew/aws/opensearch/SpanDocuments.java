// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.opensearch;

import dev.clew.aws.otlp.OtlpSpan;
import dev.clew.aws.otlp.OtlpValues;
import dev.clew.aws.otlp.SpanBytes;
import dev.clew.exporter.sender.Batch;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The spans of a batch as documents, with the fields of Data Prepper's index type {@code
 * trace-analytics-plain-raw}. What a trace's root says of the whole trace is told where the root is
 * in the same batch.
 */
final class SpanDocuments {

  private static final List<String> KINDS =
      List.of("UNSPECIFIED", "INTERNAL", "SERVER", "CLIENT", "PRODUCER", "CONSUMER");

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuu.MM.dd").withZone(ZoneOffset.UTC);

  private final String index;
  private final Map<String, Object> resource;
  private final String service;
  private final List<SpanDocument> documents = new ArrayList<>();
  private int unreadable;

  private SpanDocuments(String index, Map<String, Object> resource) {
    this.index = index;
    this.resource = Map.of("attributes", resource);
    this.service = OtlpValues.service(resource);
  }

  static SpanDocuments of(Batch batch, String index) throws IOException {
    SpanDocuments documents = new SpanDocuments(index, OtlpValues.resource(batch.resourcePrefix()));
    SpanBytes.byTrace(batch).values().forEach(documents::addTrace);
    return documents;
  }

  List<SpanDocument> documents() {
    return documents;
  }

  /** How many spans of the batch are none. */
  int unreadable() {
    return unreadable;
  }

  private void addTrace(List<SpanBytes> trace) {
    List<OtlpSpan> spans = new ArrayList<>();
    for (SpanBytes bytes : trace) {
      try {
        spans.add(bytes.read());
      } catch (IllegalArgumentException none) {
        unreadable++;
      }
    }
    Optional<OtlpSpan> root = spans.stream().filter(OtlpSpan::isRoot).findFirst();
    for (OtlpSpan span : spans) {
      Map<String, Object> fields = fields(span);
      root.ifPresent(of -> addGroup(fields, of));
      String name = index + '-' + DAY.format(time(span.start()));
      documents.add(SpanDocument.of(name, span.traceId() + span.spanId(), fields));
    }
  }

  private Map<String, Object> fields(OtlpSpan span) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("traceId", span.traceId());
    fields.put("spanId", span.spanId());
    fields.put("parentSpanId", span.parentId());
    fields.put("name", span.name());
    fields.put("kind", "SPAN_KIND_" + KINDS.get(span.kind() < KINDS.size() ? span.kind() : 0));
    fields.put("serviceName", service);
    fields.put("startTime", time(span.start()));
    fields.put("endTime", time(span.end()));
    fields.put("@timestamp", time(span.start()));
    fields.put("durationInNanos", span.end() - span.start());
    fields.put("status", Map.of("code", span.status(), "message", span.statusMessage()));
    fields.put("attributes", span.attributes());
    fields.put("events", span.events().stream().map(SpanDocuments::event).toList());
    fields.put("links", span.links().stream().map(SpanDocuments::link).toList());
    fields.put("resource", resource);
    return fields;
  }

  private static void addGroup(Map<String, Object> fields, OtlpSpan root) {
    fields.put("traceGroup", root.name());
    fields.put(
        "traceGroupFields",
        Map.of(
            "endTime", time(root.end()),
            "durationInNanos", root.end() - root.start(),
            "statusCode", root.status()));
  }

  private static Map<String, Object> event(OtlpSpan.Event event) {
    return Map.of(
        "name", event.name(), "time", time(event.time()), "attributes", event.attributes());
  }

  private static Map<String, Object> link(OtlpSpan.Link link) {
    return Map.of(
        "traceId", link.traceId(), "spanId", link.spanId(), "attributes", link.attributes());
  }

  private static Instant time(long epochNanos) {
    return Instant.ofEpochSecond(0, epochNanos);
  }
}
