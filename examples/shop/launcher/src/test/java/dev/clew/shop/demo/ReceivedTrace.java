// SPDX-License-Identifier: Apache-2.0
package dev.clew.shop.demo;

import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A trace as it was received, to compare with what is expected. */
final class ReceivedTrace {

  private static final Style BARE = new Style(false, false);

  private ReceivedTrace() {}

  static Trace of(ExportTraceServiceRequest request) {
    List<ServiceSpan> spans =
        request.getResourceSpansList().stream().flatMap(ServiceSpan::of).toList();
    return new Trace(spans.get(0).traceId(), spans);
  }

  /** A line for each span, two spaces deeper than its parent's: service, kind, name, error. */
  static String shape(Trace trace) {
    return TraceTree.of(trace, BARE).rows().stream()
        .map(row -> " ".repeat(row.branch().length()) + line(row.span()))
        .collect(Collectors.joining("\n"));
  }

  private static String line(ServiceSpan span) {
    String kind = span.span().getKind().name().replace("SPAN_KIND_", "").toLowerCase(Locale.ROOT);
    String name = span.span().getName().replaceFirst("^dev\\.clew\\.shop\\.", "");
    return "%s %s %s%s".formatted(span.service(), kind, name, span.isFailed() ? " (error)" : "");
  }
}
