// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine.propagation;

import io.opentelemetry.api.trace.SpanContext;
import java.nio.charset.StandardCharsets;

/** The traceparent header (W3C Trace Context level 2, "Traceparent Header"). */
final class TraceParent {

  /** The flags that level 2 defines: sampled and random. All others must be sent as zero. */
  private static final int KNOWN_FLAGS = 0x03;

  private static final int TRACE_ID = 3;
  private static final int SPAN_ID = 36;
  private static final int FLAGS = 53;
  private static final int LENGTH = 55;
  private static final byte[] DIGITS = "0123456789abcdef".getBytes(StandardCharsets.ISO_8859_1);

  private TraceParent() {}

  /**
   * Reads a value, which white space may surround. A version later than 00 may carry more fields
   * behind the ones that are known.
   *
   * @return the flags that are known, or -1 where this is no value: then the trace must be started
   *     anew, whatever {@code ids} holds
   */
  static int read(CharSequence header, CallerIds ids) {
    int from = Scan.skipSpace(header, 0, header.length());
    if (header.length() - from < LENGTH
        || !isVersion(header, from)
        || !endsWell(header, from)
        || header.charAt(from + TRACE_ID - 1) != '-'
        || header.charAt(from + SPAN_ID - 1) != '-'
        || header.charAt(from + FLAGS - 1) != '-'
        || !ids.readTraceId(header, from + TRACE_ID, from + SPAN_ID - 1)
        || !ids.readSpanId(header, from + SPAN_ID, from + FLAGS - 1)
        || !CharClass.LOWER_HEX.hasAll(header, from + FLAGS, from + LENGTH)) {
      return -1;
    }
    // Both flags that are known stand in the last digit.
    return Character.digit(header.charAt(from + LENGTH - 1), 16) & KNOWN_FLAGS;
  }

  static String format(SpanContext span) {
    int flags = '0' + (span.getTraceFlags().asByte() & KNOWN_FLAGS);
    return span instanceof SpanIds ids
        ? format(ids, flags)
        : "00-" + span.getTraceId() + "-" + span.getSpanId() + "-0" + (char) flags;
  }

  private static String format(SpanIds ids, int flags) {
    byte[] header = new byte[LENGTH];
    header[0] = '0';
    header[1] = '0';
    header[TRACE_ID - 1] = '-';
    hex(ids.traceIdHigh(), header, TRACE_ID);
    hex(ids.traceIdLow(), header, TRACE_ID + Long.BYTES * 2);
    header[SPAN_ID - 1] = '-';
    hex(ids.spanId(), header, SPAN_ID);
    header[FLAGS - 1] = '-';
    header[FLAGS] = '0';
    header[FLAGS + 1] = (byte) flags;
    return new String(header, StandardCharsets.ISO_8859_1);
  }

  private static void hex(long id, byte[] out, int from) {
    for (int i = 0; i < Long.BYTES * 2; i++) {
      out[from + i] = DIGITS[(int) (id >>> 60 - 4 * i) & 0xF];
    }
  }

  private static boolean isVersion(CharSequence header, int from) {
    return CharClass.LOWER_HEX.hasAll(header, from, from + 2)
        && !(header.charAt(from) == 'f' && header.charAt(from + 1) == 'f');
  }

  private static boolean endsWell(CharSequence header, int from) {
    int end = from + LENGTH;
    boolean isVersion00 = Scan.isZero(header, from, from + 2);
    return !isVersion00 && header.length() > end && header.charAt(end) == '-'
        || Scan.skipSpace(header, end, header.length()) == header.length();
  }
}
