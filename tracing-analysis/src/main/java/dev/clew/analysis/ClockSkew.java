// SPDX-License-Identifier: Apache-2.0
package dev.clew.analysis;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * By how much clocks differ. All that spans of two clocks say of each other is taken together, and
 * holds for all spans of these clocks; clocks are placed one after the other, from the root's on,
 * each by all that were placed before it.
 */
final class ClockSkew {

  private final Times times;
  private final Span[] spans;
  private final int[] clocks;

  /** The first span of each clock. */
  private final List<Integer> firstSpans = new ArrayList<>();

  private final ClockBounds bounds;
  private final long[] placed;

  /** Which clock is taken as right, for each that has been placed. */
  private final Integer[] references;

  private ClockSkew(Span[] spans, int[] parents) {
    this.spans = spans;
    this.times = Times.of(spans);
    this.clocks = new int[spans.length];
    numberClocks(parents);
    this.bounds = new ClockBounds(firstSpans.size());
    this.placed = new long[firstSpans.size()];
    this.references = new Integer[firstSpans.size()];
    for (int i = 0; i < spans.length; i++) {
      if (parents[i] != Trace.NONE && clocks[i] != clocks[parents[i]]) {
        compare(parents[i], i);
      }
    }
    bounds.conclude();
    place();
  }

  static ClockSkew of(Span[] spans, int[] parents) {
    return new ClockSkew(spans, parents);
  }

  /** The clocks of roots come first: they are right until something else is known. */
  private void numberClocks(int[] parents) {
    Map<String, Integer> numbers = new HashMap<>();
    Map<Resource, Integer> known = new HashMap<>();
    for (int pass = 0; pass < 3; pass++) {
      for (int i = 0; i < spans.length; i++) {
        int turn = Parents.isRoot(spans[i]) ? 0 : parents[i] == Trace.NONE ? 1 : 2;
        if (turn == pass) {
          Integer number = known.get(spans[i].resource());
          if (number == null) {
            number = number(numbers, i);
            known.put(spans[i].resource(), number);
          }
          clocks[i] = number;
        }
      }
    }
  }

  private int number(Map<String, Integer> numbers, int span) {
    Resource resource = spans[span].resource();
    String clock = resource.service() + '\n' + resource.instance();
    Integer number = numbers.putIfAbsent(clock, firstSpans.size());
    if (number == null) {
      firstSpans.add(span);
      return firstSpans.size() - 1;
    }
    return number;
  }

  private void compare(int parent, int child) {
    Bounds there = bounds.between(clocks[child], clocks[parent]);
    Bounds back = bounds.between(clocks[parent], clocks[child]);
    long earliest = times.start(parent) - times.start(child);
    there.causeAtLeast(earliest);
    back.causeAtMost(-earliest);
    if (isAnswer(parent, child)) {
      long latest = times.end(parent) - times.end(child);
      there.answerAtMost(latest);
      back.answerAtLeast(-latest);
    }
  }

  /** A client that failed may not have waited, and neither has one that took less time. */
  private boolean isAnswer(int parent, int child) {
    return Trace.answers(spans[parent], spans[child])
        && !spans[parent].failed()
        && times.duration(child) <= times.duration(parent);
  }

  private void place() {
    boolean[] seen = new boolean[placed.length];
    for (int reference = 0; reference < seen.length; reference++) {
      if (!seen[reference]) {
        seen[reference] = true;
        placeFrom(reference, seen);
      }
    }
  }

  private void placeFrom(int reference, boolean[] seen) {
    ArrayDeque<Integer> queue = new ArrayDeque<>(List.of(reference));
    while (!queue.isEmpty()) {
      int clock = queue.remove();
      Bounds all = new Bounds();
      for (Map.Entry<Integer, Bounds> neighbour : bounds.of(clock).entrySet()) {
        int other = neighbour.getKey();
        if (references[other] != null) {
          all.narrow(neighbour.getValue(), Bounds.exactly(placed[other]));
        } else if (!seen[other]) {
          seen[other] = true;
          queue.add(other);
        }
      }
      placed[clock] = all.offset();
      references[clock] = reference;
    }
  }

  /** What to add to the times of each span. */
  long[] offsets() {
    long[] offsets = new long[spans.length];
    for (int i = 0; i < offsets.length; i++) {
      offsets[i] = placed[clocks[i]];
    }
    return offsets;
  }

  List<SkewedClock> skewedClocks() {
    int[] counts = new int[placed.length];
    for (int clock : clocks) {
      counts[clock]++;
    }
    List<SkewedClock> skewed = new ArrayList<>();
    for (int clock = 0; clock < placed.length; clock++) {
      if (placed[clock] != 0) {
        skewed.add(skewed(clock, counts[clock]));
      }
    }
    return skewed;
  }

  private SkewedClock skewed(int clock, int count) {
    Resource resource = spans[firstSpans.get(clock)].resource();
    Bounds told = bounds.between(clock, references[clock]);
    return new SkewedClock(
        resource.service(),
        resource.instance(),
        placed[clock],
        told.min() <= -Bounds.NONE ? Long.MIN_VALUE : told.min(),
        told.max() >= Bounds.NONE ? Long.MAX_VALUE : told.max(),
        count);
  }
}
