// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks.report;

import java.util.Locale;

/** How figures are written. */
final class Texts {

  private Texts() {}

  /** Three digits or so; thousands in groups. */
  static String number(double value) {
    double size = Math.abs(value);
    if (size >= 100 || value == Math.rint(value)) {
      return String.format(Locale.ROOT, "%,d", Math.round(value));
    }
    return String.format(Locale.ROOT, size < 10 ? "%.2f" : "%.1f", value);
  }

  static String value(Value value, String unit) {
    String text = number(value.mean());
    if (Double.isFinite(value.half()) && value.half() > 0) {
      text += " ± " + number(value.half());
    }
    return (text + ' ' + unit).strip();
  }
}
