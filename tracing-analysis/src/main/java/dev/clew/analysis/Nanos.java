// SPDX-License-Identifier: Apache-2.0
package dev.clew.analysis;

import java.util.Locale;

/** Times and durations in nanoseconds, where spans may say anything. */
public final class Nanos {

  /** A microsecond. */
  public static final long MICRO = 1_000;

  /** A millisecond. */
  public static final long MILLI = 1_000_000;

  /** A second. */
  public static final long SECOND = 1_000_000_000;

  /** The latest time in a trace, in the year 2116: no difference of two times overflows. */
  static final long MAX_TIME = Long.MAX_VALUE / 2;

  private Nanos() {}

  /** The sum, or what is nearest to it. */
  public static long add(long one, long other) {
    long sum = one + other;
    boolean overflows = ((one ^ sum) & (other ^ sum)) < 0;
    return overflows ? one < 0 ? Long.MIN_VALUE : Long.MAX_VALUE : sum;
  }

  /** What attributes give in seconds; 0 for what is none. */
  public static long ofSeconds(double seconds) {
    return seconds > 0 ? Math.min(Math.round(seconds * SECOND), MAX_TIME) : 0;
  }

  /** A duration for people, with three digits at most before the unit, as in 1.25 s or 380 µs. */
  public static String text(long nanos) {
    if (nanos < MICRO) {
      return nanos + " ns";
    }
    if (nanos < MILLI) {
      return text(nanos, MICRO, "µs");
    }
    return nanos < SECOND ? text(nanos, MILLI, "ms") : text(nanos, SECOND, "s");
  }

  private static String text(long nanos, long unit, String name) {
    double number = (double) nanos / unit;
    String format = number < 10 ? "%.2f %s" : number < 100 ? "%.1f %s" : "%.0f %s";
    return String.format(Locale.ROOT, format, number, name);
  }

  /** Within what a trace can have. */
  static long time(long nanos) {
    return Math.max(0, Math.min(nanos, MAX_TIME));
  }
}
