// SPDX-License-Identifier: Apache-2.0
package dev.clew.analysis.insight;

import dev.clew.analysis.Span;
import dev.clew.analysis.SpanRef;
import dev.clew.analysis.Trace;
import dev.clew.analysis.failure.Failures;
import dev.clew.analysis.insight.Insight.Kind;
import dev.clew.analysis.insight.Insight.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The deepest failing spans, below which nothing failed, and the failing spans above them up to
 * where the error was handled. Errors that come from the same place and go the same way are one.
 */
final class ErrorOrigins implements Detector {

  /** More different errors than that in one trace are no help. */
  private static final int MAX_INSIGHTS = 20;

  @Override
  public void find(TraceView view, Consumer<Insight> found) {
    Failures failures = Failures.of(view.trace());
    Map<String, List<Integer>> alike = new TreeMap<>();
    for (int i = 0; i < view.trace().size(); i++) {
      if (failures.isOrigin(i)) {
        Span span = view.span(i);
        String what = span.service() + '\n' + span.name() + '\n' + Words.error(span);
        String key = failures.top(i) + "\n" + what;
        alike.computeIfAbsent(key, text -> new ArrayList<>()).add(i);
      }
    }
    alike.values().stream()
        .limit(MAX_INSIGHTS)
        .forEach(origins -> found.accept(insight(view, origins, failures.top(origins.get(0)))));
  }

  private static Insight insight(TraceView view, List<Integer> origins, int top) {
    int origin = origins.get(0);
    Span span = view.span(origin);
    boolean reachedRoot = view.trace().parent(top) == Trace.NONE;
    List<SpanRef> chain = new ArrayList<>();
    int hops = 0;
    for (int at = origin; at != top; at = view.trace().parent(at)) {
      if (hops++ < Insight.MAX_SPANS) {
        chain.add(view.ref(at));
      }
    }
    chain.add(view.ref(top));
    origins.subList(1, origins.size()).forEach(other -> chain.add(view.ref(other)));
    String error = Words.error(span);
    String times = origins.size() == 1 ? "" : " " + origins.size() + " times";
    return new Insight(
        Kind.ERROR_ORIGIN,
        reachedRoot ? Severity.HIGH : Severity.LOW,
        "The error started in " + Words.name(span) + times,
        (error.isEmpty() ? "It says nothing about the error. " : "It says: " + error + ". ")
            + (hops == 0
                ? "No other span failed with it."
                : "It went up through " + hops + " spans to " + Words.name(view.span(top)) + ".")
            + (reachedRoot ? "" : " Above that, it was handled."),
        "Look at the attributes and events of this span; those above it only passed the error on.",
        chain,
        0);
  }
}
