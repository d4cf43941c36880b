// SPDX-License-Identifier: Apache-2.0
package dev.clew.analysis.insight;

import dev.clew.analysis.Attributes;
import dev.clew.analysis.Nanos;
import dev.clew.analysis.Span;
import dev.clew.analysis.SpanKind;
import dev.clew.analysis.insight.Insight.Kind;
import dev.clew.analysis.insight.Insight.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** One operation that the trace waits for most of the time. */
final class DominantWork implements Detector {

  private static final double MIN_PART = 0.5;

  /** A statement that takes nearly all of the time is the place to start. */
  private static final double CLEAR_PART = 0.8;

  /** What is this quick needs no improvement. */
  private static final long MIN_NANOS = 10 * Nanos.MILLI;

  @Override
  public void find(TraceView view, Consumer<Insight> found) {
    Map<String, List<Integer>> alike = new TreeMap<>();
    for (int i = 0; i < view.trace().size(); i++) {
      if (view.work(i) > 0) {
        String key = view.span(i).service() + '\n' + Target.of(view.span(i));
        alike.computeIfAbsent(key, text -> new ArrayList<>()).add(i);
      }
    }
    if (view.trace().size() == 1) {
      return; // It is the trace, which says nothing.
    }
    for (List<Integer> spans : alike.values()) {
      long nanos = spans.stream().mapToLong(view::work).sum();
      boolean repeated = spans.size() > RepeatedQueries.THRESHOLD;
      if (nanos >= MIN_NANOS && view.part(nanos) >= MIN_PART && !repeated) {
        found.accept(insight(view, spans, nanos));
      }
    }
  }

  private static Insight insight(TraceView view, List<Integer> spans, long nanos) {
    Span span = view.span(spans.get(0));
    boolean database = Target.isDatabase(span);
    String what = database ? "The statement " + Words.target(span) : Words.name(span);
    return new Insight(
        Kind.DOMINANT,
        database && view.part(nanos) >= CLEAR_PART ? Severity.HIGH : Severity.MEDIUM,
        what + " takes " + Words.percent(view.part(nanos)) + " of the time",
        "The trace waits "
            + Nanos.text(nanos)
            + " for it, "
            + Nanos.text(nanos / spans.size())
            + " each time."
            + (database ? details(span.attributes()) : ""),
        nextStep(span, database),
        spans.stream().map(view::ref).toList(),
        nanos);
  }

  private static String details(Attributes attributes) {
    long fetch = Nanos.ofSeconds(attributes.number("clew.db.fetch_time", 0));
    long rows = (long) attributes.number("db.response.returned_rows", -1);
    return (rows < 0 ? "" : " It returns " + rows + (rows == 1 ? " row." : " rows."))
        + (fetch == 0 ? "" : " " + Nanos.text(fetch) + " of it go into fetching rows.");
  }

  private static String nextStep(Span span, boolean database) {
    if (database) {
      return "Ask the database for its plan (EXPLAIN): an index may be missing, or more rows are"
          + " read than needed.";
    }
    return span.kind() == SpanKind.CLIENT
        ? "Look at the other side: it sent no spans that tell where the time goes."
        : "Nothing below it tells where the time goes: put @Traced on what it calls, or profile it.";
  }
}
