// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine.propagation;

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
  private static final String DEBUG_FLAG = "1";

  private B3Extractor() {}

  static <C> Context extract(Context context, C carrier, TextMapGetter<C> getter) {
    String single = getter.get(carrier, SINGLE);
    Context extracted = single == null ? null : fromSingle(context, single);
    return extracted != null ? extracted : fromSeveral(context, carrier, getter);
  }

  /** {@code null} where the header cannot be used. */
  static Context fromSingle(Context context, CharSequence header) {
    if (header.length() == 1) {
      RemoteDecision decision = B3State.decision(header.toString());
      return decision == RemoteDecision.NONE ? null : decision.into(context);
    }
    int traceEnd = traceIdEnd(header);
    int spanEnd = traceEnd + 1 + RemoteParent.SPAN_ID_LENGTH;
    if (traceEnd < 0 || spanEnd > header.length() || !isEndOfPart(header, spanEnd)) {
      return null;
    }
    int stateEnd = partEnd(header, spanEnd + 1);
    int parentEnd = partEnd(header, stateEnd + 1);
    if (parentEnd < header.length()) {
      return null;
    }
    String traceId = Scan.cut(header, 0, traceEnd);
    String spanId = Scan.cut(header, traceEnd + 1, spanEnd);
    String state = spanEnd < stateEnd ? Scan.cut(header, spanEnd + 1, stateEnd) : "";
    return isIds(traceId, spanId) ? into(context, traceId, spanId, state) : null;
  }

  private static <C> Context fromSeveral(Context context, C carrier, TextMapGetter<C> getter) {
    String traceId = getter.get(carrier, TRACE_ID);
    String spanId = getter.get(carrier, SPAN_ID);
    boolean hasIds = traceId != null && spanId != null && isIds(traceId, spanId);
    if (!hasIds && (traceId != null || spanId != null)) {
      return context;
    }
    boolean debug = DEBUG_FLAG.equals(getter.get(carrier, FLAGS));
    String sampled = getter.get(carrier, SAMPLED);
    String state = debug ? B3State.DEBUG : B3State.DEBUG.equals(sampled) ? "" : sampled;
    return hasIds ? into(context, traceId, spanId, state) : B3State.decision(state).into(context);
  }

  private static Context into(Context context, String traceId, String spanId, String state) {
    String longTraceId = RemoteParent.padded(traceId, RemoteParent.TRACE_ID_LENGTH);
    Context extracted = RemoteParent.into(context, longTraceId, spanId, B3State.isSampled(state));
    return B3State.DEBUG.equals(state) ? DebugTrace.into(extracted, longTraceId) : extracted;
  }

  private static boolean isIds(String traceId, String spanId) {
    return (RemoteParent.isId(traceId, RemoteParent.TRACE_ID_LENGTH)
            || RemoteParent.isId(traceId, SHORT_TRACE_ID_LENGTH))
        && RemoteParent.isId(spanId, RemoteParent.SPAN_ID_LENGTH);
  }

  private static int traceIdEnd(CharSequence header) {
    if (isDash(header, RemoteParent.TRACE_ID_LENGTH)) {
      return RemoteParent.TRACE_ID_LENGTH;
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
