// SPDX-License-Identifier: Apache-2.0
package dev.clew.analysis.path;

import dev.clew.analysis.Trace;
import java.util.Arrays;
import java.util.Comparator;

/** The children of each span, from the one that ends last; each is given once. For one thread. */
final class ByEnd {

  private final Trace trace;
  private final int first;
  private final int[] heads;
  private final int[] siblings;

  /** Of a span, and of all below it. */
  ByEnd(Trace trace, int top) {
    this.trace = trace;
    this.first = top;
    int count = trace.end(top) - top;
    this.heads = new int[count];
    this.siblings = new int[count];
    Arrays.fill(heads, Trace.NONE);
    Integer[] sorted = new Integer[count];
    Arrays.setAll(sorted, i -> top + i);
    Arrays.sort(
        sorted, Comparator.comparingLong((Integer i) -> trace.endNanos(i)).thenComparing(i -> -i));
    for (int span : sorted) {
      if (span != top) {
        int parent = trace.parent(span);
        siblings[span - first] = heads[parent - first];
        heads[parent - first] = span;
      }
    }
  }

  /**
   * The child that ended last until a time. Those that went on are passed over for good: times only
   * get earlier.
   *
   * @param atEnd whether that is when nobody waited for the parent any longer: then it may still
   *     have been waiting for a child
   */
  int nextBefore(int parent, long time, boolean atEnd) {
    int at = heads[parent - first];
    while (at != Trace.NONE
        && trace.endNanos(at) > time
        && !(atEnd && trace.isAwaited(at) && trace.startNanos(at) < time)) {
      at = siblings[at - first];
    }
    heads[parent - first] = at == Trace.NONE ? at : siblings[at - first];
    return at;
  }
}
