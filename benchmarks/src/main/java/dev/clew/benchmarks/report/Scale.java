// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks.report;

import java.util.List;
import java.util.stream.IntStream;

/**
 * An axis from 0, or from below where figures are, with ticks at round numbers.
 *
 * @param step from tick to tick
 * @param from how many steps below 0 it begins, as a number of 0 or less
 * @param to how many steps above 0 it ends
 */
record Scale(double step, int from, int to) {

  private static final int STEPS = 4;

  /** What may hang over the axis's lower end, in steps. */
  private static final double LITTLE = 0.3;

  /** One that has all from the least to the greatest. */
  static Scale of(double least, double greatest) {
    double range = Math.max(greatest, 0) - Math.min(least, 0);
    double rough = range > 0 ? range / STEPS : 1;
    double power = Math.pow(10, Math.floor(Math.log10(rough)));
    double step = power * round(rough / power);
    return new Scale(
        step,
        (int) Math.floor(Math.min(least, 0) / step + LITTLE),
        Math.max(1, (int) Math.ceil(greatest / step)));
  }

  private static double round(double mantissa) {
    if (mantissa <= 1) {
      return 1;
    }
    if (mantissa <= 2) {
      return 2;
    }
    return mantissa <= 5 ? 5 : 10;
  }

  /** Where a value is between the axis's ends, 0 to 1. */
  double position(double value) {
    return (value / step - from) / (to - from);
  }

  List<Double> ticks() {
    return IntStream.rangeClosed(from, to).mapToObj(tick -> tick * step).toList();
  }
}
