// SPDX-License-Identifier: Apache-2.0
package dev.clew.analysis.insight;

import dev.clew.analysis.SpanRef;
import dev.clew.analysis.Trace;
import dev.clew.analysis.insight.Insight.Kind;
import dev.clew.analysis.insight.Insight.Severity;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Traces through more services, or through longer chains of them, than people can follow. */
final class ManyServices implements Detector {

  private static final int MAX_SERVICES = 10;
  private static final int MAX_CHAIN = 6;

  @Override
  public void find(TraceView view, Consumer<Insight> found) {
    Trace trace = view.trace();
    Map<String, SpanRef> services = new TreeMap<>();
    int[] depths = new int[trace.size()];
    int deepest = 0;
    for (int i = 0; i < trace.size(); i++) {
      services.putIfAbsent(trace.span(i).service(), view.ref(i));
      int parent = trace.parent(i);
      depths[i] = parent == Trace.NONE ? 1 : depths[parent] + (changes(trace, i) ? 1 : 0);
      deepest = depths[i] > depths[deepest] ? i : deepest;
    }
    if (services.size() > MAX_SERVICES || depths[deepest] > MAX_CHAIN) {
      found.accept(insight(chain(view, deepest, services), services.size(), depths[deepest]));
    }
  }

  private static boolean changes(Trace trace, int index) {
    return !trace.span(index).service().equals(trace.span(trace.parent(index)).service());
  }

  /** Where each service of the longest chain is entered, and then all others. */
  private static List<SpanRef> chain(TraceView view, int last, Map<String, SpanRef> services) {
    Deque<SpanRef> entered = new ArrayDeque<>();
    for (int at = last; at != Trace.NONE; at = view.trace().parent(at)) {
      if (view.trace().parent(at) == Trace.NONE || changes(view.trace(), at)) {
        entered.addFirst(view.ref(at));
      }
    }
    Set<SpanRef> chain = new LinkedHashSet<>(entered);
    chain.addAll(services.values());
    return List.copyOf(chain);
  }

  private static Insight insight(List<SpanRef> spans, int services, int chain) {
    return new Insight(
        Kind.MANY_SERVICES,
        Severity.LOW,
        "One request goes through " + services + " services",
        "The longest chain has "
            + chain
            + " of them, one below the other. Each must work for the"
            + " request to work, and each adds to its time.",
        "Look whether services that are always called together should be one, or whether a message"
            + " could replace a call.",
        spans,
        0);
  }
}
