// SPDX-License-Identifier: Apache-2.0
package dev.clew.console.query;

import dev.clew.analysis.Attributes;
import dev.clew.analysis.Dropped;
import dev.clew.analysis.Resource;
import dev.clew.analysis.Span;
import dev.clew.analysis.SpanEvent;
import dev.clew.analysis.SpanKind;
import dev.clew.analysis.SpanLink;
import dev.clew.analysis.Status;
import dev.clew.analysis.Trace;
import dev.clew.analysis.Traces;
import dev.clew.console.store.KeptSpan;
import dev.clew.console.store.Origin;
import io.opentelemetry.proto.common.v1.KeyValue;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Spans as the analysis sees them. */
final class AnalysisSpans {

  private final Map<Origin, Resource> resources = new IdentityHashMap<>();

  private AnalysisSpans() {}

  /** The traces that spans belong to. */
  static List<Trace> traces(List<KeptSpan> kept) {
    AnalysisSpans conversion = new AnalysisSpans();
    List<Span> spans = new ArrayList<>(kept.size());
    kept.forEach(span -> spans.add(conversion.span(span)));
    return Traces.assemble(spans);
  }

  private Span span(KeptSpan kept) {
    var span = kept.span();
    return Span.builder(kept.traceId(), kept.spanId())
        .parent(kept.parentSpanId())
        .resource(resources.computeIfAbsent(kept.origin(), AnalysisSpans::resource))
        .name(span.getName())
        .kind(kind(span.getKind()))
        .time(span.getStartTimeUnixNano(), span.getEndTimeUnixNano())
        .status(status(span.getStatus()))
        .attributes(attributes(span.getAttributesList()))
        .events(span.getEventsList().stream().map(AnalysisSpans::event).toList())
        .links(span.getLinksList().stream().map(AnalysisSpans::link).toList())
        .dropped(
            new Dropped(
                span.getDroppedAttributesCount(),
                span.getDroppedEventsCount(),
                span.getDroppedLinksCount()))
        .build();
  }

  private static Resource resource(Origin origin) {
    return new Resource(attributes(origin.resource().getAttributesList()));
  }

  private static SpanKind kind(io.opentelemetry.proto.trace.v1.Span.SpanKind kind) {
    return switch (kind) {
      case SPAN_KIND_SERVER -> SpanKind.SERVER;
      case SPAN_KIND_CLIENT -> SpanKind.CLIENT;
      case SPAN_KIND_PRODUCER -> SpanKind.PRODUCER;
      case SPAN_KIND_CONSUMER -> SpanKind.CONSUMER;
      default -> SpanKind.INTERNAL;
    };
  }

  private static Status status(io.opentelemetry.proto.trace.v1.Status status) {
    return switch (status.getCode()) {
      case STATUS_CODE_ERROR -> Status.failed(status.getMessage());
      default -> Status.OK;
    };
  }

  private static SpanEvent event(io.opentelemetry.proto.trace.v1.Span.Event event) {
    return new SpanEvent(
        event.getName(),
        event.getTimeUnixNano(),
        attributes(event.getAttributesList()),
        event.getDroppedAttributesCount());
  }

  private static SpanLink link(io.opentelemetry.proto.trace.v1.Span.Link link) {
    return new SpanLink(
        KeptSpan.hex(link.getTraceId()),
        KeptSpan.hex(link.getSpanId()),
        attributes(link.getAttributesList()),
        link.getDroppedAttributesCount());
  }

  private static Attributes attributes(List<KeyValue> attributes) {
    return Attributes.of(Values.of(attributes));
  }
}
