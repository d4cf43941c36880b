// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine.propagation;

import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceState;
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

  static Context extract(Context context, CharSequence header, RemoteParentFactory factory) {
    if (header.length() > MAX_LENGTH) {
      return context;
    }
    String text = Percent.decode(header, 0, header.length());
    int traceEnd = text.indexOf(':');
    int spanEnd = text.indexOf(':', traceEnd + 1);
    int parentEnd = text.indexOf(':', spanEnd + 1);
    CallerIds ids = new CallerIds();
    int flags = flags(text, parentEnd + 1);
    if (traceEnd < 0
        || spanEnd < 0
        || parentEnd < 0
        || flags < 0
        || !ids.readTraceId(text, 0, traceEnd)
        || !ids.readSpanId(text, traceEnd + 1, spanEnd)) {
      return context;
    }
    Context extracted = ids.into(context, factory, flags & SAMPLED, TraceState.getDefault());
    boolean debug = (flags & SAMPLED) != 0 && (flags & DEBUG) != 0;
    return debug ? DebugTrace.into(extracted) : extracted;
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
