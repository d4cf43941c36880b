// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.propagation;

import dev.clew.engine.propagation.RemoteDecision;
import io.opentelemetry.api.trace.SpanId;
import io.opentelemetry.api.trace.TraceId;

/** Reads one header, field by field; of a field that comes twice the last one counts. */
final class XRayHeaderReader {

  static final int EPOCH_DIGITS = 8;

  /** Much more than any sender of good will writes. */
  private static final int MAX_LENGTH = 4096;

  /**
   * What is sent on of fields that nobody knows: a whole header stays far below a proxy's limit.
   */
  private static final int MAX_OTHERS = 512;

  private static final String VERSION = "1-";
  private static final int ROOT_LENGTH = VERSION.length() + TraceId.getLength() + 1;
  private static final int EPOCH_END = VERSION.length() + EPOCH_DIGITS;

  private final StringBuilder others = new StringBuilder();
  private String traceId;
  private String parentId;
  private RemoteDecision decision = RemoteDecision.NONE;
  private boolean broken;

  XRayHeader read(CharSequence text) {
    int length = text.length();
    if (length > MAX_LENGTH) {
      return null;
    }
    int from = 0;
    while (from <= length) {
      int end = indexOf(text, ';', from, length);
      field(text.subSequence(from, end).toString().strip());
      from = end + 1;
    }
    return broken || traceId == null
        ? null
        : new XRayHeader(traceId, parentId, decision, others.toString());
  }

  private void field(String field) {
    int equals = field.indexOf('=');
    String value = field.substring(equals + 1).strip();
    switch (field.substring(0, Math.max(equals, 0)).strip()) {
      case "Root" -> root(value);
      case "Parent" -> parent(value);
      case "Sampled" -> sampled(value);
      case "Self", "" -> {}
      default -> other(field);
    }
  }

  private void root(String value) {
    boolean formed =
        value.length() == ROOT_LENGTH
            && value.startsWith(VERSION)
            && value.charAt(EPOCH_END) == '-';
    traceId =
        formed
            ? value.substring(VERSION.length(), EPOCH_END) + value.substring(EPOCH_END + 1)
            : null;
    broken |= !TraceId.isValid(traceId);
  }

  private void parent(String value) {
    parentId = value;
    broken |= !SpanId.isValid(value);
  }

  private void sampled(String value) {
    switch (value) {
      case "1" -> decision = RemoteDecision.ACCEPT;
      case "0" -> decision = RemoteDecision.DENY;
      case "?" -> decision = RemoteDecision.NONE;
      default -> broken = true;
    }
  }

  /** Only what can be part of a header is sent on. */
  private void other(String field) {
    if (others.length() + 1 + field.length() <= MAX_OTHERS && isPrintable(field)) {
      others.append(others.length() == 0 ? "" : ";").append(field);
    }
  }

  private static boolean isPrintable(String field) {
    return field.chars().allMatch(c -> c >= ' ' && c <= '~');
  }

  private static int indexOf(CharSequence text, char wanted, int from, int to) {
    int at = from;
    while (at < to && text.charAt(at) != wanted) {
      at++;
    }
    return at;
  }
}
