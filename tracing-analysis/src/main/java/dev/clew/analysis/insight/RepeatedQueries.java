// SPDX-License-Identifier: Apache-2.0
package dev.clew.analysis.insight;

import dev.clew.analysis.Attributes;
import dev.clew.analysis.Nanos;
import dev.clew.analysis.Span;
import dev.clew.analysis.Texts;
import dev.clew.analysis.insight.Insight.Kind;
import java.util.List;
import java.util.function.Consumer;

/**
 * One statement that is executed again and again by the same caller: by the spans that are there,
 * and by what the caller says itself, which also holds where executions were not recorded.
 */
final class RepeatedQueries implements Detector {

  /** As many as Clew's own counter allows by default ({@code clew.jdbc.nplusone.threshold}). */
  static final int THRESHOLD = 10;

  @Override
  public void find(TraceView view, Consumer<Insight> found) {
    boolean[] told = new boolean[view.trace().size()];
    view.calls()
        .forEach(
            (caller, calls) -> {
              for (List<Integer> same : view.byTarget(calls).values()) {
                Span call = view.span(same.get(0));
                if (same.size() > THRESHOLD && Target.isDatabase(call)) {
                  told[caller] = true;
                  found.accept(insight(view, caller, same, Words.target(call)));
                }
              }
            });
    for (int i = 0; i < told.length; i++) {
      Attributes attributes = view.span(i).attributes();
      if (!told[i] && attributes.flag("clew.db.nplusone.detected")) {
        String query = attributes.text("clew.db.nplusone.query");
        String what = query == null ? "a statement" : Texts.quoted(query);
        found.accept(insight(view, i, List.of(), what));
      }
    }
  }

  private static Insight insight(TraceView view, int caller, List<Integer> calls, String what) {
    Span span = view.span(caller);
    long counted = (long) span.attributes().number("clew.db.nplusone.count", 0);
    long count = Math.max(counted, calls.size());
    long nanos = view.covered(calls);
    String time = nanos == 0 ? "" : ", which takes " + Nanos.text(nanos) + " in all";
    return new Insight(
        Kind.N_PLUS_ONE,
        view.severity(nanos),
        Words.name(span) + " executes " + what + " " + count + " times",
        "The same statement is executed "
            + count
            + " times by one caller"
            + time
            + ". This looks like one query for a list, and one more for each of its rows (N+1).",
        "Load all rows at once: a join, a JOIN FETCH or entity graph, or one statement with IN (...).",
        view.refs(caller, calls),
        nanos);
  }
}
