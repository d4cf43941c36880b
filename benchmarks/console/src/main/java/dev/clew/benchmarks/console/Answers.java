// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks.console;

import java.util.Arrays;

/**
 * How long one question took.
 *
 * @param question what was asked
 * @param millis sorted
 */
record Answers(Question question, double[] millis) {

  Answers {
    millis = millis.clone();
    Arrays.sort(millis);
  }

  double least() {
    return millis[0];
  }

  double median() {
    return median(millis);
  }

  double most() {
    return millis[millis.length - 1];
  }

  /** Of sorted values. */
  static double median(double... sorted) {
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
