// SPDX-License-Identifier: Apache-2.0
package dev.clew.analysis;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Puts traces together from spans in any order. When more spans of a trace come, it is put together
 * once more: the result depends on the spans alone.
 */
public final class Traces {

  private Traces() {}

  /** All traces that the spans belong to, in the order of their ids. */
  public static List<Trace> assemble(Collection<Span> spans) {
    Map<String, List<Span>> byTrace = new TreeMap<>();
    for (Span span : spans) {
      byTrace.computeIfAbsent(span.traceId(), id -> new ArrayList<>()).add(span);
    }
    List<Trace> traces = new ArrayList<>(byTrace.size());
    byTrace.values().forEach(own -> traces.add(assembleOne(own, 0)));
    return traces;
  }

  /**
   * The trace that all the spans belong to.
   *
   * @param lostSpans how many more spans of it are known to be lost
   * @throws IllegalArgumentException where there is no span, or one of another trace
   */
  public static Trace assembleOne(Collection<Span> spans, long lostSpans) {
    checkTrace(spans);
    Received received = Received.of(spans);
    Span[] distinct = received.spans();
    Parents parents = Parents.of(distinct);
    ClockSkew skew = ClockSkew.of(distinct, parents.indexes());
    Times times = Times.of(distinct).plus(skew.offsets());
    return new Trace(
        distinct,
        TreeOrder.of(distinct, parents, times),
        parents.indexes(),
        times,
        skew.skewedClocks(),
        completeness(received, parents, lostSpans));
  }

  private static void checkTrace(Collection<Span> spans) {
    if (spans.isEmpty()) {
      throw new IllegalArgumentException("a trace has at least one span");
    }
    String id = spans.iterator().next().traceId();
    for (Span span : spans) {
      if (!span.traceId().equals(id)) {
        throw new IllegalArgumentException("spans of more than one trace");
      }
    }
  }

  private static Completeness completeness(Received received, Parents parents, long lostSpans) {
    Dropped dropped = Dropped.NOTHING;
    for (Span span : received.spans()) {
      dropped = dropped.plus(span.dropped());
    }
    return new Completeness(
        parents.roots(),
        parents.missing(received.spans()),
        parents.brokenCycles(received.spans()),
        Times.implausible(received.spans()),
        received.duplicates(),
        received.conflicts(),
        dropped,
        lostSpans);
  }
}
