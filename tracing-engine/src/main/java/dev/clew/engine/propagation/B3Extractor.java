// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine.propagation;

import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;

/**
 * Reads B3, whichever way it was sent: the single header where it can be used, else the several.
 */
final class B3Extractor {

  static final String SINGLE = "b3";
  static final String TRACE_ID = "X-B3-TraceId";
  static final String SPAN_ID = "X-B3-SpanId";
  static final String SAMPLED = "X-B3-Sampled";
  static final String FLAGS = "X-B3-Flags";

  private static final int SHORT_TRACE_ID_LENGTH = 16;
  static final String DEBUG_FLAG = "1";

  private final RemoteParentFactory factory;

  B3Extractor(RemoteParentFactory factory) {
    this.factory = factory;
  }

  <C> Context extract(Context context, C carrier, TextMapGetter<C> getter) {
    String single = getter.get(carrier, SINGLE);
    Context extracted = single == null ? null : fromSingle(context, single);
    return extracted != null ? extracted : fromSeveral(context, carrier, getter);
  }

  /** {@code null} where the header cannot be used. */
  Context fromSingle(Context context, CharSequence header) {
    if (header.length() == 1) {
      RemoteDecision decision = B3State.decision(header.toString());
      return decision == RemoteDecision.NONE ? null : decision.into(context);
    }
    int traceEnd = traceIdEnd(header);
    int spanEnd = traceEnd + 1 + CallerIds.SPAN_ID_LENGTH;
    if (traceEnd < 0 || spanEnd > header.length() || !isEndOfPart(header, spanEnd)) {
      return null;
    }
    int stateEnd = partEnd(header, spanEnd + 1);
    int parentEnd = partEnd(header, stateEnd + 1);
    CallerIds ids = new CallerIds();
    if (parentEnd < header.length()
        || !ids.readTraceId(header, 0, traceEnd)
        || !ids.readSpanId(header, traceEnd + 1, spanEnd)) {
      return null;
    }
    String state = spanEnd < stateEnd ? Scan.cut(header, spanEnd + 1, stateEnd) : "";
    return into(context, ids, state);
  }

  private <C> Context fromSeveral(Context context, C carrier, TextMapGetter<C> getter) {
    String traceId = getter.get(carrier, TRACE_ID);
    String spanId = getter.get(carrier, SPAN_ID);
    if (traceId == null && spanId == null) {
      return B3State.decision(state(carrier, getter)).into(context);
    }
    CallerIds ids = new CallerIds();
    return readIds(ids, traceId, spanId) ? into(context, ids, state(carrier, getter)) : context;
  }

  private static boolean readIds(CallerIds ids, String traceId, String spanId) {
    return traceId != null
        && spanId != null
        && (traceId.length() == CallerIds.TRACE_ID_LENGTH
            || traceId.length() == SHORT_TRACE_ID_LENGTH)
        && spanId.length() == CallerIds.SPAN_ID_LENGTH
        && ids.readTraceId(traceId, 0, traceId.length())
        && ids.readSpanId(spanId, 0, spanId.length());
  }

  /** Debug has a header of its own; in that of the others its letter means nothing. */
  private static <C> String state(C carrier, TextMapGetter<C> getter) {
    if (DEBUG_FLAG.equals(getter.get(carrier, FLAGS))) {
      return B3State.DEBUG;
    }
    String sampled = getter.get(carrier, SAMPLED);
    return B3State.DEBUG.equals(sampled) ? "" : sampled;
  }

  private Context into(Context context, CallerIds ids, String state) {
    int flags = B3State.isSampled(state) ? 1 : 0;
    Context extracted = ids.into(context, factory, flags, TraceState.getDefault());
    return B3State.DEBUG.equals(state) ? DebugTrace.into(extracted) : extracted;
  }

  private static int traceIdEnd(CharSequence header) {
    if (isDash(header, CallerIds.TRACE_ID_LENGTH)) {
      return CallerIds.TRACE_ID_LENGTH;
    }
    return isDash(header, SHORT_TRACE_ID_LENGTH) ? SHORT_TRACE_ID_LENGTH : -1;
  }

  private static boolean isDash(CharSequence header, int at) {
    return at < header.length() && header.charAt(at) == '-';
  }

  private static boolean isEndOfPart(CharSequence header, int at) {
    return at == header.length() || header.charAt(at) == '-';
  }

  private static int partEnd(CharSequence header, int from) {
    return Scan.indexOf(header, '-', Math.min(from, header.length()), header.length());
  }
}
