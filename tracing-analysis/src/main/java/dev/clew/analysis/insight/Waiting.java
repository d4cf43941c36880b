// SPDX-License-Identifier: Apache-2.0
package dev.clew.analysis.insight;

import dev.clew.analysis.Nanos;
import dev.clew.analysis.Span;
import dev.clew.analysis.SpanKind;
import dev.clew.analysis.insight.Insight.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Time on the critical path in which nobody works: in queues, for threads, for connections. */
final class Waiting implements Detector {

  /** Less than this part of the path is how things are. */
  private static final double MIN_PART = 0.1;

  /** The span that Clew records around {@code DataSource.getConnection}, where asked for. */
  private static final String CONNECTING = "getConnection";

  private enum Cause {
    QUEUE(
        "Messages wait in their queue before",
        "Add consumers, or look at what keeps them busy; the wait says nothing about the sender."),
    THREAD(
        "Tasks wait for a thread before",
        "Look at what else runs on that executor: make it larger, or give slow tasks their own."),
    CONNECTION(
        "Callers wait for a database connection in",
        "Look at who holds connections for long (transactions around remote calls), then at the"
            + " size of the pool.");

    private final String what;
    private final String nextStep;

    Cause(String what, String nextStep) {
      this.what = what;
      this.nextStep = nextStep;
    }
  }

  @Override
  public void find(TraceView view, Consumer<Insight> found) {
    Map<String, List<Integer>> alike = new TreeMap<>();
    for (int i = 0; i < view.trace().size(); i++) {
      if (waited(view, i) > 0) {
        Span span = view.span(i);
        String key = cause(span) + "\n" + span.service() + '\n' + span.name();
        alike.computeIfAbsent(key, text -> new ArrayList<>()).add(i);
      }
    }
    for (List<Integer> waits : alike.values()) {
      long nanos = waits.stream().mapToLong(index -> waited(view, index)).sum();
      if (view.part(nanos) >= MIN_PART) {
        found.accept(insight(view, waits, nanos));
      }
    }
  }

  private static Cause cause(Span span) {
    return isConnecting(span)
        ? Cause.CONNECTION
        : span.kind() == SpanKind.CONSUMER ? Cause.QUEUE : Cause.THREAD;
  }

  private static boolean isConnecting(Span span) {
    return span.kind() == SpanKind.INTERNAL
        && (span.name().equals(CONNECTING) || span.name().startsWith(CONNECTING + " "));
  }

  private static long waited(TraceView view, int index) {
    return isConnecting(view.span(index)) ? view.wait(index) + view.work(index) : view.wait(index);
  }

  private static Insight insight(TraceView view, List<Integer> waits, long nanos) {
    Span span = view.span(waits.get(0));
    Cause cause = cause(span);
    return new Insight(
        Kind.WAITING,
        view.severity(nanos),
        cause.what + " " + Words.name(span),
        "This takes "
            + Nanos.text(nanos)
            + ", "
            + Words.percent(view.part(nanos))
            + " of the time until the trace ends, and nobody works meanwhile.",
        cause.nextStep,
        waits.stream().map(view::ref).toList(),
        nanos);
  }
}
