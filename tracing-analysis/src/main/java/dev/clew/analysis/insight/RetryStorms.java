// SPDX-License-Identifier: Apache-2.0
package dev.clew.analysis.insight;

import dev.clew.analysis.Nanos;
import dev.clew.analysis.Span;
import dev.clew.analysis.Trace;
import dev.clew.analysis.insight.Insight.Kind;
import dev.clew.analysis.insight.Insight.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * A call that fails and is made again, more than once; messages that are delivered again and again.
 * Retries on several levels multiply.
 */
final class RetryStorms implements Detector {

  private static final int MIN_ATTEMPTS = 3;

  @Override
  public void find(TraceView view, Consumer<Insight> found) {
    view.calls()
        .forEach(
            (caller, calls) -> {
              for (List<Integer> same : byAttempt(view, calls).values()) {
                retries(view.trace(), same)
                    .forEach(attempts -> found.accept(insight(view, caller, attempts)));
              }
            });
    for (int i = 0; i < view.trace().size(); i++) {
      double count = view.span(i).attributes().number("clew.messaging.delivery_count", 1);
      if (count >= MIN_ATTEMPTS) {
        found.accept(redelivered(view, i, (long) count));
      }
    }
  }

  private static Map<String, List<Integer>> byAttempt(TraceView view, List<Integer> calls) {
    Map<String, List<Integer>> byAttempt = new TreeMap<>();
    for (int call : calls) {
      String target = Target.ofAttempt(view.span(call));
      byAttempt.computeIfAbsent(target, key -> new ArrayList<>()).add(call);
    }
    return byAttempt;
  }

  /** Calls each of which starts after the one before has failed. */
  private static List<List<Integer>> retries(Trace trace, List<Integer> calls) {
    List<List<Integer>> retries = new ArrayList<>();
    List<Integer> run = new ArrayList<>();
    for (int call : calls) {
      int before = run.isEmpty() ? Trace.NONE : run.get(run.size() - 1);
      if (before != Trace.NONE
          && !(trace.span(before).failed() && trace.startNanos(call) >= trace.endNanos(before))) {
        keep(run, retries);
        run = new ArrayList<>();
      }
      run.add(call);
    }
    keep(run, retries);
    return retries;
  }

  private static void keep(List<Integer> run, List<List<Integer>> retries) {
    if (run.size() >= MIN_ATTEMPTS) {
      retries.add(run);
    }
  }

  private static Insight insight(TraceView view, int caller, List<Integer> attempts) {
    int last = attempts.get(attempts.size() - 1);
    boolean inVain = view.span(last).failed();
    long lost = view.trace().startNanos(last) - view.trace().startNanos(attempts.get(0));
    Span call = view.span(last);
    return new Insight(
        Kind.RETRY_STORM,
        inVain ? Severity.HIGH : view.severity(lost),
        Words.name(view.span(caller))
            + " tries "
            + Words.target(call)
            + " "
            + attempts.size()
            + " times",
        "The last attempt "
            + (inVain ? "failed, too" : "succeeded")
            + "; those before it cost "
            + Nanos.text(lost)
            + ". The first one said: "
            + Words.error(view.span(attempts.get(0)))
            + ".",
        "Look at why the first attempt failed. Retry on one level only, with growing pauses and a"
            + " limit for all callers together; a circuit breaker spares a server that is down.",
        view.refs(caller, attempts),
        lost);
  }

  private static Insight redelivered(TraceView view, int index, long count) {
    return new Insight(
        Kind.RETRY_STORM,
        view.span(index).failed() ? Severity.HIGH : Severity.MEDIUM,
        Words.name(view.span(index)) + " gets a message that was delivered " + count + " times",
        "The broker delivers it again because its processing failed " + (count - 1) + " times.",
        "Look at the earlier deliveries in this trace or in those that it links to. Let the broker"
            + " set aside what cannot be processed (a dead letter queue).",
        List.of(view.ref(index)),
        0);
  }
}
