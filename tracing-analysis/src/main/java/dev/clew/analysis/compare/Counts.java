// SPDX-License-Identifier: Apache-2.0
package dev.clew.analysis.compare;

import dev.clew.analysis.SpanRef;
import dev.clew.analysis.Trace;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How many traces of each group have what. For one thread. */
final class Counts {

  private static final int SHOWN = 3;

  /** How often a feature was seen, and in which traces, as a sum that no other traces have. */
  private static final class Count {
    private int inSubject;
    private int inBaseline;
    private long traces;
    private final List<SpanRef> spans = new ArrayList<>();
  }

  /** Features that are in the same traces have the same. */
  private record Extent(int inSubject, int inBaseline, long traces) implements Comparable<Extent> {

    private static final Comparator<Extent> ORDER =
        Comparator.comparingInt(Extent::inSubject)
            .thenComparingInt(Extent::inBaseline)
            .thenComparingLong(Extent::traces);

    @Override
    public int compareTo(Extent other) {
      return ORDER.compare(this, other);
    }
  }

  private final Map<Feature, Count> counts = new HashMap<>();
  private final Statistics statistics;
  private final int subject;
  private final int baseline;

  private Counts(int subject, int baseline) {
    this.subject = subject;
    this.baseline = baseline;
    this.statistics = new Statistics(subject, baseline);
  }

  static Counts of(Collection<Trace> subject, Collection<Trace> baseline) {
    List<Trace> all = new ArrayList<>(sorted(subject));
    all.addAll(sorted(baseline));
    TraceFeatures features = new TraceFeatures(all);
    Counts counts = new Counts(subject.size(), baseline.size());
    for (int i = 0; i < all.size(); i++) {
      counts.count(features.of(all.get(i)), i);
    }
    return counts;
  }

  private static List<Trace> sorted(Collection<Trace> traces) {
    return traces.stream().sorted(Comparator.comparing(Trace::id)).toList();
  }

  private void count(Map<Feature, SpanRef> found, int trace) {
    long bits = mixed(trace + 1);
    found.forEach(
        (feature, ref) -> {
          Count count = counts.computeIfAbsent(feature, key -> new Count());
          count.traces += bits;
          if (trace < subject) {
            count.inSubject++;
            if (count.spans.size() < SHOWN) {
              count.spans.add(ref);
            }
          } else {
            count.inBaseline++;
          }
        });
  }

  /** Spreads every bit over all bits (SplitMix64), so that sums of different traces differ. */
  private static long mixed(long number) {
    long bits = number * 0x9e3779b97f4a7c15L;
    bits = (bits ^ bits >>> 30) * 0xbf58476d1ce4e5b9L;
    bits = (bits ^ bits >>> 27) * 0x94d049bb133111ebL;
    return bits ^ bits >>> 31;
  }

  /**
   * What could come out clearly at all. Whether something is so rare, or so frequent, that it could
   * not, is known before looking at who has it, so leaving it out is no selection of results.
   */
  List<Difference> testable() {
    Map<Extent, List<Feature>> byExtent = new TreeMap<>();
    counts.forEach(
        (feature, count) -> {
          if (statistics.leastChance(count.inSubject + count.inBaseline) <= Comparison.MAX_CHANCE) {
            byExtent
                .computeIfAbsent(
                    new Extent(count.inSubject, count.inBaseline, count.traces),
                    key -> new ArrayList<>())
                .add(feature);
          }
        });
    List<Difference> differences = new ArrayList<>(byExtent.size());
    byExtent.forEach((extent, features) -> differences.add(difference(extent, features)));
    return differences;
  }

  private Difference difference(Extent extent, List<Feature> features) {
    features.sort(Comparator.naturalOrder());
    int one = extent.inSubject;
    int other = extent.inBaseline;
    double chance = statistics.chance(one, one + other);
    return new Difference(
        features,
        one,
        other,
        (double) one / subject - (double) other / baseline,
        statistics.leastDifference(one, other),
        chance,
        1,
        counts.get(features.get(0)).spans);
  }
}
