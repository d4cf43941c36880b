// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.segment;

import dev.clew.aws.AwsPlatform;
import dev.clew.aws.otlp.OtlpSpan;
import dev.clew.aws.otlp.OtlpValues;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a document says of a span: of a segment where this service was asked or a trace begins, of a
 * subsegment elsewhere. Immutable.
 */
public final class SegmentFields {

  private static final int DATE_DIGITS = 8;
  private static final int NANO_DIGITS = 9;

  private final Map<String, Object> resource;
  private final Annotations annotations;

  /**
   * What is the same for all spans of a service.
   *
   * @param resource its attributes
   * @param annotated keys of attributes that become annotations, by which X-Ray searches
   */
  public SegmentFields(Map<String, Object> resource, Collection<String> annotated) {
    this.resource = resource;
    this.annotations = new Annotations(annotated);
  }

  static boolean isSegment(OtlpSpan span) {
    return span.isRoot() || span.kind() == OtlpSpan.SERVER || span.kind() == OtlpSpan.CONSUMER;
  }

  /** A document of its own. */
  Map<String, Object> independent(OtlpSpan span) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("trace_id", traceId(span.traceId()));
    if (!span.isRoot()) {
      document.put("parent_id", span.parentId());
    }
    if (isSegment(span)) {
      putIfPresent(document, "origin", AwsPlatform.type(resource));
      putIfPresent(document, "service", service());
    } else {
      document.put("type", "subsegment");
    }
    describe(document, span);
    return document;
  }

  /** A subsegment within another document. */
  Map<String, Object> embedded(OtlpSpan span) {
    Map<String, Object> subsegment = new LinkedHashMap<>();
    describe(subsegment, span);
    return subsegment;
  }

  private void describe(Map<String, Object> into, OtlpSpan span) {
    boolean segment = isSegment(span);
    into.put("id", span.spanId());
    into.put("name", Names.of(span, OtlpValues.service(resource)));
    into.put("start_time", seconds(span.start()));
    into.put("end_time", seconds(span.end()));
    if (!segment && (span.kind() == OtlpSpan.CLIENT || span.kind() == OtlpSpan.PRODUCER)) {
      into.put("namespace", AwsFields.isCall(span) ? "aws" : "remote");
    }
    HttpFields.put(into, span);
    CauseFields.put(into, span);
    putIfPresent(into, "sql", SqlFields.of(span));
    putIfPresent(into, "aws", segment ? AwsFields.ofSegment(span, resource) : AwsFields.of(span));
    putIfPresent(into, "annotations", annotations.of(span.attributes()));
    into.put("metadata", metadata(span, segment));
    putIfPresent(into, "links", links(span));
  }

  private Map<String, Object> metadata(OtlpSpan span, boolean segment) {
    Map<String, Object> metadata = new LinkedHashMap<>();
    metadata.put("default", new LinkedHashMap<>(span.attributes()));
    Map<String, Object> about = new LinkedHashMap<>();
    about.put("span.name", span.name());
    List<Map<String, Object>> events = new ArrayList<>();
    for (OtlpSpan.Event event : span.events()) {
      if (!CauseFields.isException(event)) {
        events.add(
            Map.of(
                "name", event.name(),
                "time", seconds(event.time()),
                "attributes", event.attributes()));
      }
    }
    putIfPresent(about, "events", events);
    if (segment) {
      about.put("resource", resource);
    }
    metadata.put("otel", about);
    return metadata;
  }

  private static List<Map<String, Object>> links(OtlpSpan span) {
    List<Map<String, Object>> links = new ArrayList<>();
    for (OtlpSpan.Link link : span.links()) {
      links.add(
          Map.of(
              "trace_id", traceId(link.traceId()),
              "id", link.spanId(),
              "attributes", link.attributes()));
    }
    return links;
  }

  private Map<String, Object> service() {
    Object version = resource.get("service.version");
    return version == null ? Map.of() : Map.of("version", version);
  }

  /** Left out where there is nothing. */
  static void putIfPresent(Map<String, Object> into, String name, Object value) {
    boolean empty =
        value == null
            || value instanceof Map<?, ?> map && map.isEmpty()
            || value instanceof Collection<?> list && list.isEmpty();
    if (!empty) {
      into.put(name, value);
    }
  }

  private static String traceId(String hex) {
    return hex.length() <= DATE_DIGITS
        ? hex
        : "1-" + hex.substring(0, DATE_DIGITS) + '-' + hex.substring(DATE_DIGITS);
  }

  /** As exact as they are: a double would lose the last digits. */
  private static BigDecimal seconds(long nanos) {
    return BigDecimal.valueOf(nanos, NANO_DIGITS);
  }
}
