// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine.propagation;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Context;

/** The span that is injected. */
final class OwnSpan {

  private OwnSpan() {}

  /**
   * The span of a context; {@code null} where there is none. A span context may be anybody's
   * implementation: one whose ids are no ids is not written into a header.
   */
  static SpanContext of(Context context) {
    SpanContext span = Span.fromContext(context).getSpanContext();
    return span instanceof SpanIds || isWritable(span) ? span : null;
  }

  private static boolean isWritable(SpanContext span) {
    return span.isValid()
        && isId(span.getTraceId(), CallerIds.TRACE_ID_LENGTH)
        && isId(span.getSpanId(), CallerIds.SPAN_ID_LENGTH);
  }

  private static boolean isId(String id, int length) {
    return id.length() == length
        && CharClass.LOWER_HEX.hasAll(id, 0, length)
        && !Scan.isZero(id, 0, length);
  }
}
