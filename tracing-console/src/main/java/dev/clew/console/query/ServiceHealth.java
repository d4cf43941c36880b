// SPDX-License-Identifier: Apache-2.0
package dev.clew.console.query;

import dev.clew.console.store.KeptSpan;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is counted of one service's spans. For one thread. */
final class ServiceHealth {

  private long spans;
  private long bytes;
  private long droppedAttributes;
  private long droppedEvents;
  private long droppedLinks;
  private long missingParents;
  private long entries;
  private double estimated;

  void add(KeptSpan kept) {
    Span span = kept.span();
    spans++;
    bytes += span.getSerializedSize();
    droppedAttributes += Integer.toUnsignedLong(span.getDroppedAttributesCount());
    droppedEvents += Integer.toUnsignedLong(span.getDroppedEventsCount());
    droppedLinks += Integer.toUnsignedLong(span.getDroppedLinksCount());
    if (isEntry(span)) {
      entries++;
      estimated += Threshold.adjustedCount(span.getTraceState());
    }
  }

  /** Where work comes into the service: what is sampled is whole pieces of work. */
  private static boolean isEntry(Span span) {
    return span.getParentSpanId().isEmpty()
        || span.getKind() == SpanKind.SPAN_KIND_SERVER
        || span.getKind() == SpanKind.SPAN_KIND_CONSUMER;
  }

  void missesParent() {
    missingParents++;
  }

  Map<String, Object> fields(String service) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("service", service);
    fields.put("spans", spans);
    fields.put("bytesPerSpan", spans == 0 ? 0 : bytes / spans);
    fields.put("spansPerEntry", entries == 0 ? 0 : (double) spans / entries);
    fields.put("entries", entries);
    fields.put("estimatedEntries", Math.round(estimated));
    fields.put("samplingRate", estimated == 0 ? 1 : entries / estimated);
    fields.put("missingParents", missingParents);
    fields.put("droppedAttributes", droppedAttributes);
    fields.put("droppedEvents", droppedEvents);
    fields.put("droppedLinks", droppedLinks);
    return fields;
  }
}
