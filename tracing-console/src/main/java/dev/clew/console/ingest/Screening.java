// SPDX-License-Identifier: Apache-2.0
package dev.clew.console.ingest;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;

/**
 * What of a request can be kept: spans whose ids are as W3C Trace Context asks for. Without them a
 * span belongs to nothing, so it is refused, and the others are not.
 *
 * @param request what can be kept
 * @param kept how many spans that are
 * @param refused how many others there were
 */
record Screening(ExportTraceServiceRequest request, int kept, int refused) {

  static Screening of(ExportTraceServiceRequest request) {
    int spans = 0;
    int sound = 0;
    for (ResourceSpans resource : request.getResourceSpansList()) {
      for (ScopeSpans scope : resource.getScopeSpansList()) {
        spans += scope.getSpansCount();
        sound += (int) scope.getSpansList().stream().filter(Screening::isSound).count();
      }
    }
    return new Screening(sound == spans ? request : soundOf(request), sound, spans - sound);
  }

  private static ExportTraceServiceRequest soundOf(ExportTraceServiceRequest request) {
    ExportTraceServiceRequest.Builder sound = request.toBuilder();
    for (ResourceSpans.Builder resource : sound.getResourceSpansBuilderList()) {
      for (ScopeSpans.Builder scope : resource.getScopeSpansBuilderList()) {
        var spans = scope.getSpansList().stream().filter(Screening::isSound).toList();
        scope.clearSpans().addAllSpans(spans);
      }
    }
    return sound.build();
  }

  private static boolean isSound(Span span) {
    return isId(span.getTraceId(), 16)
        && isId(span.getSpanId(), 8)
        && (span.getParentSpanId().isEmpty() || span.getParentSpanId().size() == 8);
  }

  private static boolean isId(ByteString id, int size) {
    if (id.size() != size) {
      return false;
    }
    for (int i = 0; i < size; i++) {
      if (id.byteAt(i) != 0) {
        return true;
      }
    }
    return false;
  }
}
