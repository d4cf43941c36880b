// SPDX-License-Identifier: Apache-2.0
package dev.clew.analysis.compare;

import dev.clew.analysis.Trace;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * What distinguishes traces from others: slow from normal, failed from fine, after from before. A
 * trace counts once, however many spans it has, since spans of one trace do not tell independently.
 *
 * @param subject how many traces were asked about
 * @param baseline how many they were compared with
 * @param tested how many comparisons were made
 * @param differences those that are hardly an accident, the largest first
 */
public record Comparison(int subject, int baseline, int tested, List<Difference> differences) {

  /** One list in twenty may name something that is there by accident. */
  public static final double MAX_CHANCE = 0.05;

  private static final Comparator<Difference> LARGEST_FIRST =
      Comparator.comparingDouble((Difference difference) -> -difference.leastEffect())
          .thenComparingDouble(Difference::chance)
          .thenComparing(difference -> difference.features().get(0));

  /** Copies what could change. */
  public Comparison {
    differences = List.copyOf(differences);
  }

  /**
   * Compares.
   *
   * @param subject the traces that are asked about
   * @param baseline the others; no trace may be in both
   */
  public static Comparison of(Collection<Trace> subject, Collection<Trace> baseline) {
    if (subject.isEmpty() || baseline.isEmpty()) {
      return new Comparison(subject.size(), baseline.size(), 0, List.of());
    }
    Counts counts = Counts.of(subject, baseline);
    List<Difference> all = counts.testable();
    List<Difference> differences = new ArrayList<>();
    for (Difference difference : adjusted(all)) {
      if (difference.adjustedChance() <= MAX_CHANCE && difference.effect() > 0) {
        differences.add(difference);
      }
    }
    differences.sort(LARGEST_FIRST);
    return new Comparison(subject.size(), baseline.size(), all.size(), differences);
  }

  private static List<Difference> adjusted(List<Difference> all) {
    List<Difference> byChance = new ArrayList<>(all);
    byChance.sort(
        Comparator.comparingDouble(Difference::chance)
            .thenComparing(difference -> difference.features().get(0)));
    List<Difference> adjusted = new ArrayList<>(all.size());
    double before = 0;
    for (int i = 0; i < byChance.size(); i++) {
      Difference one = byChance.get(i);
      before = Math.max(before, Math.min(1, one.chance() * (byChance.size() - i)));
      adjusted.add(
          new Difference(
              one.features(),
              one.inSubject(),
              one.inBaseline(),
              one.effect(),
              one.leastEffect(),
              one.chance(),
              before,
              one.spans()));
    }
    return adjusted;
  }
}
