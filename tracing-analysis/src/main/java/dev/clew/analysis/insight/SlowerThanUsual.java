// SPDX-License-Identifier: Apache-2.0
package dev.clew.analysis.insight;

import dev.clew.analysis.Nanos;
import dev.clew.analysis.SpanRef;
import dev.clew.analysis.Texts;
import dev.clew.analysis.Trace;
import dev.clew.analysis.insight.Insight.Kind;
import dev.clew.analysis.insight.Insight.Severity;
import dev.clew.analysis.map.Latencies;
import dev.clew.analysis.path.Operation;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A trace that takes longer than nearly all others of its route, and which operation did it. */
final class SlowerThanUsual implements Detector {

  /** Fewer tell nothing about the slowest twentieth. */
  private static final int MIN_TRACES = 20;

  /** Where all traces take nearly the same time, a little more is no news. */
  private static final double MIN_FACTOR = 1.5;

  private final RouteHistory history;

  SlowerThanUsual(RouteHistory history) {
    this.history = history;
  }

  @Override
  public void find(TraceView view, Consumer<Insight> found) {
    Trace trace = view.trace();
    RouteHistory.Route route = history.route(trace);
    if (route == null || route.durations().count() < MIN_TRACES) {
      return;
    }
    long nanos = trace.durationNanos(0);
    long usual = route.durations().percentile(0.5);
    if (nanos > route.durations().percentile(0.95) && nanos > MIN_FACTOR * usual) {
      found.accept(insight(view, route, nanos, usual));
    }
  }

  private static Insight insight(TraceView view, RouteHistory.Route route, long nanos, long usual) {
    Map<Operation, Long> self = Operation.selfTimes(view.trace());
    Operation slowest = null;
    long most = Long.MIN_VALUE;
    for (Map.Entry<Operation, Long> entry : self.entrySet()) {
      long excess = entry.getValue() - usual(route, entry.getKey());
      if (excess > most) {
        most = excess;
        slowest = entry.getKey();
      }
    }
    List<SpanRef> spans = view.refs(longest(view, slowest), List.of(0));
    return new Insight(
        Kind.SLOWER_THAN_USUAL,
        nanos > 3 * usual ? Severity.HIGH : Severity.MEDIUM,
        Words.name(view.span(0))
            + " takes "
            + Nanos.text(nanos)
            + " instead of "
            + Nanos.text(usual),
        "Half of "
            + route.durations().count()
            + " other traces take less than "
            + Nanos.text(usual)
            + ", and 95 % less than "
            + Nanos.text(route.durations().percentile(0.95))
            + ". The largest difference: "
            + Texts.quoted(slowest.name())
            + " in "
            + Texts.cut(slowest.service())
            + " takes "
            + Nanos.text(self.get(slowest))
            + " itself, instead of "
            + Nanos.text(usual(route, slowest))
            + ".",
        "Look at this operation first, and compare the slow traces with the others.",
        spans,
        nanos - usual);
  }

  /** The span of an operation that spends most itself. */
  private static int longest(TraceView view, Operation operation) {
    int longest = Trace.NONE;
    for (int i = 0; i < view.trace().size(); i++) {
      if (operation.equals(Operation.of(view.span(i)))
          && (longest == Trace.NONE || view.self(i) > view.self(longest))) {
        longest = i;
      }
    }
    return longest;
  }

  private static long usual(RouteHistory.Route route, Operation operation) {
    return route.selfTimes().getOrDefault(operation, Latencies.none()).percentile(0.5);
  }
}
