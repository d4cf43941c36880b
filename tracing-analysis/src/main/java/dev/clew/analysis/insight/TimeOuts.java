// SPDX-License-Identifier: Apache-2.0
package dev.clew.analysis.insight;

import dev.clew.analysis.Nanos;
import dev.clew.analysis.SpanKind;
import dev.clew.analysis.Trace;
import dev.clew.analysis.failure.Failures;
import dev.clew.analysis.insight.Insight.Kind;
import dev.clew.analysis.insight.Insight.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Failures that say that somebody did not want to wait any longer: the deepest ones. */
final class TimeOuts implements Detector {

  @Override
  public void find(TraceView view, Consumer<Insight> found) {
    Trace trace = view.trace();
    boolean[] below = new boolean[trace.size()];
    for (int i = trace.size() - 1; i >= 0; i--) {
      boolean timedOut = Failures.isTimeOut(trace.span(i));
      if (timedOut && !below[i]) {
        found.accept(insight(view, i));
      }
      if ((timedOut || below[i]) && trace.parent(i) != Trace.NONE) {
        below[trace.parent(i)] = true;
      }
    }
  }

  private static Insight insight(TraceView view, int index) {
    long nanos = view.trace().durationNanos(index);
    List<Integer> inVain = workedOn(view.trace(), index);
    long longer =
        inVain.isEmpty() ? 0 : view.trace().endNanos(inVain.get(0)) - view.trace().endNanos(index);
    return new Insight(
        Kind.TIMEOUT,
        Severity.HIGH,
        Words.name(view.span(index)) + " gave up after " + Nanos.text(nanos),
        longer == 0
            ? "Nothing tells what it waited for: the other side sent no span, or was not reached."
            : Words.name(view.span(inVain.get(0)))
                + " went on for "
                + Nanos.text(longer)
                + " after that: work that nobody waited for.",
        longer == 0
            ? "Look whether the peer was reachable and had threads and connections left."
            : "Make the other side faster, or let it know of the limit; a caller's time-out must be"
                + " longer than those of what it calls.",
        view.refs(index, inVain),
        nanos);
  }

  /** Servers that went on when their client had gone. */
  private static List<Integer> workedOn(Trace trace, int client) {
    List<Integer> found = new ArrayList<>();
    for (int c = trace.firstChild(client); c < trace.end(client); c = trace.end(c)) {
      if (trace.span(c).kind() == SpanKind.SERVER && trace.endNanos(c) > trace.endNanos(client)) {
        found.add(c);
      }
    }
    return found;
  }
}
