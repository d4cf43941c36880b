// SPDX-License-Identifier: Apache-2.0
package dev.clew.analysis.cause;

import dev.clew.analysis.Trace;
import dev.clew.analysis.compare.Comparison;
import dev.clew.analysis.path.CriticalPath;
import dev.clew.analysis.path.Operation;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Ranks operations by how much of a trouble they explain. The time that some traces take longer is
 * divided among what takes longer itself, what is called more often (which is the caller's doing),
 * what has to be tried again because it fails, and what waits before it starts; errors go to where
 * they started. Traces are compared with those that begin in the same way.
 */
public final class RootCauses {

  private static final Comparator<Trace> BY_ID = Comparator.comparing(Trace::id);

  private RootCauses() {}

  /**
   * Ranks.
   *
   * @param subject the traces that are slow, or fail
   * @param baseline others; no trace may be in both
   * @return the most likely first; none where nothing explains anything
   */
  public static List<Suspect> rank(Collection<Trace> subject, Collection<Trace> baseline) {
    if (subject.isEmpty() || baseline.isEmpty()) {
      return List.of();
    }
    Map<Operation, Double> weights = weights(subject, baseline);
    boolean toTheEnd = isSlowAfterwards(subject, baseline, weights);
    Profile trouble = new Profile();
    subject.stream()
        .sorted(BY_ID)
        .forEach(trace -> new Profiling(trouble, trace, 1, toTheEnd).add());
    Profile usual = new Profile();
    baseline.stream()
        .sorted(BY_ID)
        .forEach(trace -> new Profiling(usual, trace, weight(weights, trace), toTheEnd).add());
    return new Ranking(trouble, usual, Comparison.of(subject, baseline)).suspects();
  }

  /** By how much each route's baseline must count, to be as frequent as among the subject. */
  private static Map<Operation, Double> weights(
      Collection<Trace> subject, Collection<Trace> baseline) {
    Map<Operation, Double> wanted = routes(subject);
    Map<Operation, Double> there = routes(baseline);
    Map<Operation, Double> weights = new TreeMap<>();
    there.forEach((route, part) -> weights.put(route, wanted.getOrDefault(route, 0.0) / part));
    boolean strangers = weights.values().stream().allMatch(weight -> weight == 0);
    return strangers ? Map.of() : weights;
  }

  private static Map<Operation, Double> routes(Collection<Trace> traces) {
    Map<Operation, Double> routes = new TreeMap<>();
    for (Trace trace : traces) {
      routes.merge(Operation.of(trace.span(0)), 1.0 / traces.size(), Double::sum);
    }
    return routes;
  }

  /** Where no route is in both, all are alike. */
  private static double weight(Map<Operation, Double> weights, Trace trace) {
    return weights.getOrDefault(Operation.of(trace.span(0)), 1.0);
  }

  /** Whether it is what goes on after the answer that takes longer. */
  private static boolean isSlowAfterwards(
      Collection<Trace> subject, Collection<Trace> baseline, Map<Operation, Double> weights) {
    double[] slow = means(subject, Map.of());
    double[] usual = means(baseline, weights);
    return slow[0] - usual[0] < (slow[1] - usual[1]) / 2;
  }

  /** How long it takes to be answered, and to end. */
  private static double[] means(Collection<Trace> traces, Map<Operation, Double> weights) {
    double[] sums = new double[2];
    double all = 0;
    for (Trace trace : traces) {
      double weight = weight(weights, trace);
      all += weight;
      sums[0] += weight * trace.durationNanos(0);
      sums[1] += weight * CriticalPath.of(trace).durationNanos();
    }
    return all == 0 ? sums : new double[] {sums[0] / all, sums[1] / all};
  }
}
