// SPDX-License-Identifier: Apache-2.0
package dev.clew.analysis;

import dev.clew.analysis.Completeness.MissingParent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which span is whose parent.
 *
 * @param indexes of the parents; {@link Trace#NONE} for spans that have none
 * @param cycles spans at which a cycle was broken
 */
record Parents(int[] indexes, List<Integer> cycles, int roots) {

  static Parents of(Span[] spans) {
    Map<String, Integer> byId = new HashMap<>();
    for (int i = 0; i < spans.length; i++) {
      byId.put(spans[i].spanId(), i);
    }
    int[] parents = new int[spans.length];
    int roots = 0;
    for (int i = 0; i < spans.length; i++) {
      parents[i] =
          isRoot(spans[i]) ? Trace.NONE : byId.getOrDefault(spans[i].parentSpanId(), Trace.NONE);
      roots += isRoot(spans[i]) ? 1 : 0;
    }
    return new Parents(parents, breakCycles(parents), roots);
  }

  /** Whether it names no parent. */
  static boolean isRoot(Span span) {
    return span.parentSpanId().isEmpty();
  }

  /** Cuts each cycle above the one of its spans that starts first. */
  private static List<Integer> breakCycles(int[] parents) {
    List<Integer> broken = new ArrayList<>();
    int[] walks = new int[parents.length];
    Arrays.fill(walks, Trace.NONE);
    for (int i = 0; i < parents.length; i++) {
      int at = i;
      while (at != Trace.NONE && walks[at] == Trace.NONE) {
        walks[at] = i;
        at = parents[at];
      }
      if (at != Trace.NONE && walks[at] == i) {
        int first = firstOfCycle(parents, at);
        parents[first] = Trace.NONE;
        broken.add(first);
      }
    }
    return broken;
  }

  private static int firstOfCycle(int[] parents, int member) {
    int first = member;
    for (int at = parents[member]; at != member; at = parents[at]) {
      first = Math.min(first, at);
    }
    return first;
  }

  List<MissingParent> missing(Span[] spans) {
    Map<String, List<String>> children = new LinkedHashMap<>();
    boolean[] isBroken = new boolean[spans.length];
    cycles.forEach(index -> isBroken[index] = true);
    for (int i = 0; i < spans.length; i++) {
      if (indexes[i] == Trace.NONE && !isRoot(spans[i]) && !isBroken[i]) {
        children
            .computeIfAbsent(spans[i].parentSpanId(), id -> new ArrayList<>())
            .add(spans[i].spanId());
      }
    }
    List<MissingParent> missing = new ArrayList<>(children.size());
    children.forEach((id, named) -> missing.add(new MissingParent(id, named)));
    return missing;
  }

  List<String> brokenCycles(Span[] spans) {
    return cycles.stream().sorted().map(index -> spans[index].spanId()).toList();
  }
}
