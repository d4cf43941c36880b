// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks.report;

import org.openjdk.jmh.util.ListStatistics;

/**
 * A figure with its uncertainty.
 *
 * @param mean in the unit of its measure
 * @param half half of the 95 % confidence interval; 0 or more, not a number for a single sample
 */
public record Value(double mean, double half) {

  private static final double CONFIDENCE = 0.95;

  /** By Student's distribution. */
  static Value of(double... samples) {
    ListStatistics statistics = new ListStatistics(samples);
    return new Value(statistics.getMean(), statistics.getMeanErrorAt(CONFIDENCE));
  }

  Value minus(Value other) {
    return new Value(mean - other.mean, Math.hypot(half, other.half));
  }

  /** By the usual propagation of independent errors. */
  Value dividedBy(Value other) {
    double ratio = mean / other.mean;
    double relative = Math.hypot(half / mean, other.half / other.mean);
    return new Value(ratio, mean == 0 ? half / Math.abs(other.mean) : Math.abs(ratio) * relative);
  }

  /** Whether its interval is no wider than a third of itself: one that is wider is no result. */
  boolean isSteady() {
    return Double.isFinite(mean) && Double.isFinite(half) && 2 * half <= Math.abs(mean) / 3;
  }
}
