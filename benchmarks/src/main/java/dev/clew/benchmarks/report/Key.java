// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks.report;

import java.util.Locale;

/**
 * What is measured once.
 *
 * @param layer where
 * @param tracer who
 * @param rate how many traces are recorded, from 0 to 1, or {@link #NO_RATE}
 */
public record Key(Layer layer, String tracer, String rate) {

  /** The rate of those that do not sample. */
  public static final String NO_RATE = "";

  /** The rate for people. */
  static String percent(String rate) {
    double percent = Double.parseDouble(rate) * 100;
    String number =
        percent == Math.rint(percent)
            ? Long.toString((long) percent)
            : String.format(Locale.ROOT, "%.1f", percent);
    return number + " %";
  }

  @Override
  public String toString() {
    return layer.title() + ", " + tracer + (rate.isEmpty() ? "" : ", " + percent(rate));
  }
}
