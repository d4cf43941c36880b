// SPDX-License-Identifier: Apache-2.0
package dev.clew.analysis.insight;

import dev.clew.analysis.Nanos;
import dev.clew.analysis.Span;
import dev.clew.analysis.SpanKind;
import dev.clew.analysis.insight.Insight.Kind;
import java.util.List;
import java.util.function.Consumer;

/** Many calls of one caller to the same peer for the same, which are not retries. */
final class ChattyCalls implements Detector {

  @Override
  public void find(TraceView view, Consumer<Insight> found) {
    view.calls()
        .forEach(
            (caller, calls) -> {
              for (List<Integer> same : view.byTarget(calls).values()) {
                if (same.size() > RepeatedQueries.THRESHOLD && isChat(view, same)) {
                  found.accept(insight(view, caller, same));
                }
              }
            });
  }

  private static boolean isChat(TraceView view, List<Integer> calls) {
    long failed = calls.stream().filter(call -> view.span(call).failed()).count();
    return failed * 2 < calls.size() && !Target.isDatabase(view.span(calls.get(0)));
  }

  private static Insight insight(TraceView view, int caller, List<Integer> calls) {
    long nanos = view.covered(calls);
    Span call = view.span(calls.get(0));
    boolean sends = call.kind() == SpanKind.PRODUCER;
    return new Insight(
        Kind.CHATTY,
        view.severity(nanos),
        Words.name(view.span(caller))
            + (sends ? " sends " : " calls ")
            + Words.target(call)
            + " "
            + calls.size()
            + " times",
        calls.size()
            + (sends ? " messages" : " calls")
            + " of the same kind take "
            + Nanos.text(nanos)
            + ". Each pays for a way there and back.",
        sends
            ? "Put several into one message, or send them in one batch."
            : "Ask for all at once: an operation for lists, or a cache in front of it.",
        view.refs(caller, calls),
        nanos);
  }
}
