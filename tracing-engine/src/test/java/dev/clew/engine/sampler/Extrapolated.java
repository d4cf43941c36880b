// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine.sampler;

/** What somebody who counts traces makes of those that were sampled. */
final class Extrapolated {

  private Extrapolated() {}

  /** How many traces one stands for: its adjusted count, by what its tracestate says. */
  static double count(Decision sampled) {
    long threshold = Consistent.threshold(sampled.traceState());
    if (threshold < 0) {
      throw new AssertionError("no threshold in " + sampled);
    }
    return 0x1p56 / (0x1p56 - threshold);
  }
}
