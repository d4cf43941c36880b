// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.otlp;

import dev.clew.exporter.sender.ProtoReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads one span; field numbers are those of {@code trace.proto}. */
final class SpanReader {

  private final Map<String, Object> attributes = new LinkedHashMap<>();
  private final List<OtlpSpan.Event> events = new ArrayList<>();
  private final List<OtlpSpan.Link> links = new ArrayList<>();
  private String traceId = "";
  private String spanId = "";
  private String parentId = "";
  private String name = "";
  private int kind;
  private long start;
  private long end;
  private int status;
  private String statusMessage = "";

  OtlpSpan read(ProtoReader fields) {
    while (fields.next()) {
      field(fields);
    }
    return new OtlpSpan(
        traceId,
        spanId,
        parentId,
        name,
        kind,
        start,
        end,
        attributes,
        events,
        links,
        status,
        statusMessage);
  }

  private void field(ProtoReader fields) {
    switch (fields.field()) {
      case 1 -> traceId = fields.hex();
      case 2 -> spanId = fields.hex();
      case 4 -> parentId = fields.hex();
      case 5 -> name = fields.text();
      case 6 -> kind = (int) fields.bits();
      case 7 -> start = fields.bits();
      case 8 -> end = fields.bits();
      case 9 -> OtlpValues.entry(fields.message(), attributes, 0);
      case 11 -> events.add(event(fields.message()));
      case 13 -> links.add(link(fields.message()));
      case 15 -> status(fields.message());
      default -> {}
    }
  }

  private static OtlpSpan.Event event(ProtoReader fields) {
    Map<String, Object> attributes = new LinkedHashMap<>();
    String name = "";
    long time = 0;
    while (fields.next()) {
      switch (fields.field()) {
        case 1 -> time = fields.bits();
        case 2 -> name = fields.text();
        case 3 -> OtlpValues.entry(fields.message(), attributes, 0);
        default -> {}
      }
    }
    return new OtlpSpan.Event(time, name, attributes);
  }

  private static OtlpSpan.Link link(ProtoReader fields) {
    Map<String, Object> attributes = new LinkedHashMap<>();
    String traceId = "";
    String spanId = "";
    while (fields.next()) {
      switch (fields.field()) {
        case 1 -> traceId = fields.hex();
        case 2 -> spanId = fields.hex();
        case 4 -> OtlpValues.entry(fields.message(), attributes, 0);
        default -> {}
      }
    }
    return new OtlpSpan.Link(traceId, spanId, attributes);
  }

  private void status(ProtoReader fields) {
    while (fields.next()) {
      if (fields.is(2)) {
        statusMessage = fields.text();
      } else if (fields.field() == 3) {
        status = (int) fields.bits();
      }
    }
  }
}
