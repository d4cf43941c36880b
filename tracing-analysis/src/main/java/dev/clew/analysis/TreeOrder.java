// SPDX-License-Identifier: Apache-2.0
package dev.clew.analysis;

import java.util.Arrays;
import java.util.Comparator;

/** The order of a trace's spans: parents first, siblings by their starts. */
final class TreeOrder {

  private TreeOrder() {}

  /** The index of each span in turn. */
  static int[] of(Span[] spans, Parents parents, Times times) {
    int[] sorted = sorted(spans, times);
    int[] siblings = new int[spans.length];
    int[] firstChildren = new int[spans.length];
    Arrays.fill(firstChildren, Trace.NONE);
    int firstRoot = Trace.NONE;
    for (int i = sorted.length - 1; i >= 0; i--) {
      int index = sorted[i];
      int parent = parents.indexes()[index];
      if (parent == Trace.NONE) {
        siblings[index] = firstRoot;
        firstRoot = index;
      } else {
        siblings[index] = firstChildren[parent];
        firstChildren[parent] = index;
      }
    }
    return depthFirst(firstRoot, firstChildren, siblings, parents.indexes());
  }

  /** Those that name no parent come first, so that the root does. */
  private static int[] sorted(Span[] spans, Times times) {
    Integer[] sorted = new Integer[spans.length];
    Arrays.setAll(sorted, i -> i);
    Arrays.sort(
        sorted,
        Comparator.comparing((Integer i) -> !Parents.isRoot(spans[i]))
            .thenComparingLong(times::start)
            .thenComparing(i -> spans[i].spanId()));
    return Arrays.stream(sorted).mapToInt(Integer::intValue).toArray();
  }

  private static int[] depthFirst(
      int firstRoot, int[] firstChildren, int[] siblings, int[] parents) {
    int[] order = new int[siblings.length];
    int count = 0;
    int at = firstRoot;
    while (at != Trace.NONE) {
      order[count++] = at;
      if (firstChildren[at] != Trace.NONE) {
        at = firstChildren[at];
      } else {
        while (at != Trace.NONE && siblings[at] == Trace.NONE) {
          at = parents[at];
        }
        at = at == Trace.NONE ? Trace.NONE : siblings[at];
      }
    }
    return order;
  }
}
