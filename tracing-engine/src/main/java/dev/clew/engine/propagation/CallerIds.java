// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine.propagation;

import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import java.util.Arrays;

/**
 * The ids of one caller, read from lower-case hexadecimal and checked in the same pass. Short-lived
 * and not shared, so that the compiler need not allocate it.
 */
final class CallerIds {

  static final int TRACE_ID_LENGTH = 32;
  static final int SPAN_ID_LENGTH = 16;

  private static final int DIGITS_OF_LONG = 16;
  private static final byte[] DIGITS = digits();

  private long traceIdHigh;
  private long traceIdLow;
  private long spanId;

  /** Negative as soon as one of the characters was no digit. */
  private int digits;

  /** Whether the range is a trace id, of any length, that is not zero. */
  boolean readTraceId(CharSequence text, int from, int to) {
    int low = Math.max(from, to - DIGITS_OF_LONG);
    traceIdHigh = read(text, from, low);
    traceIdLow = read(text, low, to);
    return to - from <= TRACE_ID_LENGTH && digits >= 0 && (traceIdHigh | traceIdLow) != 0;
  }

  /** Whether the range is a span id, of any length, that is not zero. */
  boolean readSpanId(CharSequence text, int from, int to) {
    spanId = read(text, from, to);
    return to - from <= SPAN_ID_LENGTH && digits >= 0 && spanId != 0;
  }

  /** The context with the span of the ids that were read. */
  Context into(Context context, RemoteParentFactory factory, int flags, TraceState state) {
    return context.with(factory.create(traceIdHigh, traceIdLow, spanId, (byte) flags, state));
  }

  private long read(CharSequence text, int from, int to) {
    long id = 0;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      int digit = c < DIGITS.length ? DIGITS[c] : -1;
      digits |= digit;
      id = id << 4 | digit & 0xF;
    }
    return id;
  }

  private static byte[] digits() {
    byte[] digits = new byte[128];
    Arrays.fill(digits, (byte) -1);
    for (int value = 0; value < 16; value++) {
      digits[Character.forDigit(value, 16)] = (byte) value;
    }
    return digits;
  }
}
