// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine.propagation;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;

/** The caller's span, between headers and context, and what its ids must look like. */
final class RemoteParent {

  static final int TRACE_ID_LENGTH = 32;
  static final int SPAN_ID_LENGTH = 16;

  private static final String ZEROS = "0".repeat(TRACE_ID_LENGTH);

  private RemoteParent() {}

  /** The context with the caller's span, or unchanged where an id is all zero. */
  static Context into(
      Context context, String traceId, String spanId, TraceFlags flags, TraceState state) {
    SpanContext caller = SpanContext.createFromRemoteParent(traceId, spanId, flags, state);
    return caller.isValid() ? context.with(Span.wrap(caller)) : context;
  }

  /** As {@link #into}, for formats that only say whether the caller's span is sampled. */
  static Context into(Context context, String traceId, String spanId, boolean sampled) {
    return into(
        context,
        traceId,
        spanId,
        sampled ? TraceFlags.getSampled() : TraceFlags.getDefault(),
        TraceState.getDefault());
  }

  /**
   * The span to inject; {@code null} where there is none. A span context may be anybody's
   * implementation: one whose ids are no ids is not written into a header.
   */
  static SpanContext from(Context context) {
    SpanContext current = Span.fromContext(context).getSpanContext();
    return current.isValid()
            && isId(current.getTraceId(), TRACE_ID_LENGTH)
            && isId(current.getSpanId(), SPAN_ID_LENGTH)
        ? current
        : null;
  }

  static boolean isId(CharSequence id, int length) {
    return id.length() == length && isId(id, 0, length);
  }

  /** Whether the range is lower-case hexadecimal and not all zero. */
  static boolean isId(CharSequence text, int from, int to) {
    return CharClass.LOWER_HEX.hasAll(text, from, to) && !Scan.isZero(text, from, to);
  }

  /** The id, with zeros in front to make it that long. */
  static String padded(String id, int length) {
    return id.length() == length ? id : ZEROS.substring(0, length - id.length()) + id;
  }
}
