// SPDX-License-Identifier: Apache-2.0
package dev.clew.console.query;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * For how many spans one stands that was sampled: OpenTelemetry's consistent probability sampling
 * writes the threshold into tracestate, {@code ot=th:}, as up to 14 hexadecimal digits of a 56-bit
 * fraction, without zeros at their end.
 */
final class Threshold {

  private static final Pattern STATED =
      Pattern.compile("(?:^|,)\\s*ot=(?:[^,]*;)?th:([0-9a-f]{1,14})(?:[;,\\s]|$)");
  private static final int DIGITS = 14;
  private static final double ALL = 0x1p56;

  private Threshold() {}

  /** At least 1; exactly that where nothing is stated. */
  static double adjustedCount(String tracestate) {
    Matcher stated = STATED.matcher(tracestate);
    if (!stated.find()) {
      return 1;
    }
    String digits = stated.group(1);
    long threshold = Long.parseLong(digits, 16) << 4 * (DIGITS - digits.length());
    return ALL / (ALL - threshold);
  }
}
