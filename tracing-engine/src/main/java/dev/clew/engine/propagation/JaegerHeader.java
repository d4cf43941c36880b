// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine.propagation;

import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Context;

/**
 * The header uber-trace-id: {@code trace-id:span-id:parent-span-id:flags} in hexadecimal, ids
 * without leading zeros, all of it possibly percent-encoded. The parent is obsolete and not read.
 */
final class JaegerHeader {

  private static final int SAMPLED = 1;
  private static final int DEBUG = 2;
  private static final int MAX_FLAGS_LENGTH = 2;

  /** More than four parts take with every character percent-encoded. */
  private static final int MAX_LENGTH = 256;

  private JaegerHeader() {}

  static Context extract(Context context, CharSequence header) {
    if (header.length() > MAX_LENGTH) {
      return context;
    }
    String text = Percent.decode(header, 0, header.length());
    int traceEnd = text.indexOf(':');
    int spanEnd = text.indexOf(':', traceEnd + 1);
    int parentEnd = text.indexOf(':', spanEnd + 1);
    if (traceEnd < 0 || spanEnd < 0 || parentEnd < 0) {
      return context;
    }
    return extract(
        context,
        text.substring(0, traceEnd),
        text.substring(traceEnd + 1, spanEnd),
        flags(text, parentEnd + 1));
  }

  private static Context extract(Context context, String traceId, String spanId, int flags) {
    if (flags < 0
        || traceId.length() > RemoteParent.TRACE_ID_LENGTH
        || spanId.length() > RemoteParent.SPAN_ID_LENGTH
        || !RemoteParent.isId(traceId, 0, traceId.length())
        || !RemoteParent.isId(spanId, 0, spanId.length())) {
      return context;
    }
    String longTraceId = RemoteParent.padded(traceId, RemoteParent.TRACE_ID_LENGTH);
    String longSpanId = RemoteParent.padded(spanId, RemoteParent.SPAN_ID_LENGTH);
    boolean sampled = (flags & SAMPLED) != 0;
    Context extracted = RemoteParent.into(context, longTraceId, longSpanId, sampled);
    return sampled && (flags & DEBUG) != 0 ? DebugTrace.into(extracted, longTraceId) : extracted;
  }

  static String format(Context context, SpanContext span) {
    String flags = DebugTrace.is(context, span) ? "3" : span.isSampled() ? "1" : "0";
    return span.getTraceId() + ":" + span.getSpanId() + ":0:" + flags;
  }

  /** The flags, one or two digits to the end; -1 where they are none. */
  private static int flags(String text, int from) {
    return text.length() - from <= MAX_FLAGS_LENGTH
            && CharClass.LOWER_HEX.hasAll(text, from, text.length())
        ? Integer.parseInt(text, from, text.length(), 16)
        : -1;
  }
}
