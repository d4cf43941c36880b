// SPDX-License-Identifier: Apache-2.0
package dev.clew.analysis.insight;

import dev.clew.analysis.Nanos;
import dev.clew.analysis.SpanKind;
import dev.clew.analysis.Trace;
import dev.clew.analysis.insight.Insight.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Calls of one caller to different peers that wait for each other, though nothing shows why.
 * Statements are left out: those of one transaction share a connection.
 */
final class SerialCalls implements Detector {

  /** What would be saved must be felt. */
  private static final double MIN_PART = 0.1;

  /** What happens between two calls in which one could become the argument of the other. */
  private static final double MAX_BETWEEN = 0.2;

  @Override
  public void find(TraceView view, Consumer<Insight> found) {
    view.calls()
        .forEach(
            (caller, calls) -> {
              List<Integer> run = new ArrayList<>();
              Set<String> targets = new HashSet<>();
              for (int call : calls) {
                if (isCandidate(view, call)) {
                  if (!follows(view.trace(), run, call)
                      || !targets.add(Target.of(view.span(call)))) {
                    tell(view, caller, run, found);
                    run.clear();
                    targets.clear();
                    targets.add(Target.of(view.span(call)));
                  }
                  run.add(call);
                }
              }
              tell(view, caller, run, found);
            });
  }

  private static boolean isCandidate(TraceView view, int call) {
    return view.span(call).kind() == SpanKind.CLIENT
        && !view.span(call).failed()
        && !Target.isDatabase(view.span(call))
        && view.trace().isAwaited(call);
  }

  private static boolean follows(Trace trace, List<Integer> run, int call) {
    if (run.isEmpty()) {
      return true;
    }
    int before = run.get(run.size() - 1);
    long between = trace.startNanos(call) - trace.endNanos(before);
    return between >= 0 && between <= MAX_BETWEEN * trace.durationNanos(before);
  }

  private static void tell(TraceView view, int caller, List<Integer> run, Consumer<Insight> found) {
    long sum = 0;
    long longest = 0;
    for (int call : run) {
      sum += view.trace().durationNanos(call);
      longest = Math.max(longest, view.trace().durationNanos(call));
    }
    long saved = sum - longest;
    if (run.size() > 1 && view.part(saved) >= MIN_PART && run.stream().allMatch(view::isOnPath)) {
      found.accept(insight(view, caller, run, saved, sum));
    }
  }

  private static Insight insight(
      TraceView view, int caller, List<Integer> run, long saved, long sum) {
    return new Insight(
        Kind.SERIAL_CALLS,
        view.severity(saved),
        Words.name(view.span(caller)) + " makes " + run.size() + " calls one after the other",
        "They take "
            + Nanos.text(sum)
            + " one by one, beginning with "
            + Words.target(view.span(run.get(0)))
            + ". Together they would take "
            + Nanos.text(sum - saved)
            + ".",
        "If none of them needs what another one returns, start all of them before waiting for the"
            + " first, for example with CompletableFuture and a ManagedExecutorService.",
        view.refs(caller, run),
        saved);
  }
}
