// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks.report;

import java.util.Map;
import java.util.Optional;

/** What was dropped of the spans that a benchmark recorded. */
final class Losses {

  private static final Map<Layer, Integer> SPANS =
      Map.of(
          Layer.SPAN,
          1,
          Layer.TREE,
          4,
          Layer.TREE_TWO_THREADS,
          4,
          Layer.TREE_NEW_VALUES,
          4,
          Layer.TREE_VIRTUAL_THREAD,
          4,
          Layer.EXPORT,
          1);

  /** Spans that end while an iteration begins belong to nobody. */
  private static final double NOTHING = 0.1;

  private Losses() {}

  /** In percent; empty where nothing was lost, or nobody counted. */
  static Optional<Double> of(Key key, Results results) {
    Integer spans = SPANS.get(key.layer());
    boolean all = key.rate().equals("1") || key.rate().equals(Key.NO_RATE);
    if (spans == null || !all || key.tracer().equals("none")) {
      return Optional.empty();
    }
    return results
        .find(key, Measure.DELIVERED)
        .map(delivered -> 100 * (1 - delivered.mean() / spans))
        .filter(lost -> lost > NOTHING);
  }
}
