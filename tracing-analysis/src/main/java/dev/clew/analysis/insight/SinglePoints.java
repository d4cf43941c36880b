// SPDX-License-Identifier: Apache-2.0
package dev.clew.analysis.insight;

import dev.clew.analysis.Span;
import dev.clew.analysis.SpanRef;
import dev.clew.analysis.Texts;
import dev.clew.analysis.Trace;
import dev.clew.analysis.insight.Insight.Kind;
import dev.clew.analysis.insight.Insight.Severity;
import dev.clew.analysis.map.Node;
import dev.clew.analysis.map.Peer;
import dev.clew.analysis.path.Operation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Services, databases and queues that every trace goes through, though the traces begin in
 * different ways. Where all begin in one service, that one is no finding.
 */
final class SinglePoints {

  private static final int MIN_TRACES = 20;
  private static final int SHOWN = 3;

  private SinglePoints() {}

  static List<Insight> of(Collection<Trace> traces) {
    Map<Node, List<SpanRef>> crossed = new TreeMap<>();
    Map<Node, Integer> counts = new TreeMap<>();
    Set<Operation> routes = new HashSet<>();
    Set<Node> entries = new HashSet<>();
    for (Trace trace : traces) {
      routes.add(Operation.of(trace.span(0)));
      entries.add(Node.service(trace.span(0).service()));
      places(trace)
          .forEach(
              (node, ref) -> {
                counts.merge(node, 1, Integer::sum);
                List<SpanRef> shown = crossed.computeIfAbsent(node, key -> new ArrayList<>());
                if (shown.size() < SHOWN) {
                  shown.add(ref);
                }
              });
    }
    List<Insight> found = new ArrayList<>();
    if (traces.size() >= MIN_TRACES && routes.size() > 1) {
      counts.forEach(
          (node, count) -> {
            if (count == traces.size() && !entries.contains(node)) {
              found.add(insight(node, count, routes.size(), crossed.get(node)));
            }
          });
    }
    return found;
  }

  /** Where a trace goes, with the first span there. */
  private static Map<Node, SpanRef> places(Trace trace) {
    Map<Node, SpanRef> places = new TreeMap<>();
    for (int i = 0; i < trace.size(); i++) {
      Span span = trace.span(i);
      SpanRef ref = SpanRef.of(span);
      places.putIfAbsent(Node.service(span.service()), ref);
      Node database = Peer.database(span);
      Node other = database == null ? Peer.queue(span) : database;
      if (other != null) {
        places.putIfAbsent(other, ref);
      }
    }
    return places;
  }

  private static Insight insight(Node node, int traces, int routes, List<SpanRef> spans) {
    return new Insight(
        Kind.SINGLE_POINT,
        Severity.LOW,
        "Every request needs " + Texts.cut(node.toString()),
        "All "
            + traces
            + " traces, of "
            + routes
            + " routes, go through it: when it is down or slow,"
            + " so is everything.",
        "Make sure that it has more than one instance and room to spare, and decide what callers do"
            + " without it: a cache, a default, a message instead of a call.",
        spans,
        0);
  }
}
