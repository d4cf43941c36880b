// SPDX-License-Identifier: Apache-2.0
package dev.clew.console.store;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * A span as it was sent, and who sent it. Immutable.
 *
 * @param origin who made it
 * @param span with a valid trace id and span id
 */
public record KeptSpan(Origin origin, Span span) {

  /** All spans of a request. */
  public static List<KeptSpan> of(List<ResourceSpans> resources) {
    List<KeptSpan> spans = new ArrayList<>();
    for (ResourceSpans resource : resources) {
      for (ScopeSpans scope : resource.getScopeSpansList()) {
        Origin origin = new Origin(resource.getResource(), scope.getScope());
        scope.getSpansList().forEach(span -> spans.add(new KeptSpan(origin, span)));
      }
    }
    return spans;
  }

  /** The trace id, 32 lower-case hexadecimal digits. */
  public String traceId() {
    return hex(span.getTraceId());
  }

  /** The span id, 16 lower-case hexadecimal digits. */
  public String spanId() {
    return hex(span.getSpanId());
  }

  /** The parent's span id; empty where the span has no parent. */
  public String parentSpanId() {
    return hex(span.getParentSpanId());
  }

  /** Nanoseconds from start to end; 0 where the end lies before the start. */
  public long durationNanos() {
    return Math.max(0, span.getEndTimeUnixNano() - span.getStartTimeUnixNano());
  }

  /** An id as people see it: two lower-case hexadecimal digits for each byte. */
  public static String hex(ByteString id) {
    return HexFormat.of().formatHex(id.toByteArray());
  }
}
