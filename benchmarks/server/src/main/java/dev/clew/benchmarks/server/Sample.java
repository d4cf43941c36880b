// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks.server;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What was measured of one thing, once a round. For one thread. */
final class Sample {

  private final List<Double> values = new ArrayList<>();

  void add(double value) {
    values.add(value);
  }

  List<Double> values() {
    return List.copyOf(values);
  }

  /** The middle one: a round in which something else ran does not move it. NaN where none is. */
  double median() {
    if (values.isEmpty()) {
      return Double.NaN;
    }
    double[] sorted = sorted();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  double min() {
    return values.isEmpty() ? Double.NaN : sorted()[0];
  }

  double max() {
    return values.isEmpty() ? Double.NaN : sorted()[values.size() - 1];
  }

  /**
   * What this has more than another one, round by round: what slows a whole round down falls out.
   */
  Sample minus(Sample other) {
    Sample difference = new Sample();
    for (int i = 0; i < Math.min(values.size(), other.values.size()); i++) {
      difference.add(values.get(i) - other.values.get(i));
    }
    return difference;
  }

  private double[] sorted() {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
    Arrays.sort(sorted);
    return sorted;
  }
}
