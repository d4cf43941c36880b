// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.harness;

import dev.clew.testkit.Trace;
import dev.clew.testkit.Traces;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The receiver of all tests: servers keep its address. Thread-safe. */
public final class OtlpReceiver {

  private static final OtlpReceiver SHARED = new OtlpReceiver();

  private final dev.clew.testkit.OtlpReceiver receiver = dev.clew.testkit.OtlpReceiver.start();
  private final Traces traces = receiver.traces();

  private OtlpReceiver() {}

  public static OtlpReceiver shared() {
    return SHARED;
  }

  /** For {@code otel.exporter.otlp.endpoint}. */
  public String endpoint() {
    return receiver.endpoint();
  }

  /** Waits for a trace with so many spans, and takes it. */
  public ReceivedTrace takeTrace(int spans) {
    return take(spans, trace -> true);
  }

  /** Waits until that trace has so many spans, and takes it. */
  public ReceivedTrace takeTrace(String traceId, int spans) {
    return take(spans, trace -> trace.id().equals(traceId));
  }

  private ReceivedTrace take(int spans, Predicate<Trace> wanted) {
    return traces
        .await(wanted.and(trace -> trace.spans().size() >= spans))
        .map(ReceivedTrace::of)
        .orElseThrow(
            () ->
                new AssertionError(
                    "no trace with %d spans came, but:%n%s"
                        .formatted(spans, Traces.describe(traces.untaken()))));
  }

  /** Forgets what is wrong with spans of other tracers, which have conventions of their own. */
  public void forgetProblems() {
    receiver.takeProblems();
  }

  /** All that came and no test has taken, and all that was wrong; forgets both. */
  List<String> leftovers() {
    List<String> all = new ArrayList<>(receiver.takeProblems());
    List<Trace> left = traces.untaken();
    if (!left.isEmpty()) {
      all.add("no test took:\n" + Traces.describe(left));
      left.forEach(trace -> traces.await(each -> each.id().equals(trace.id())));
    }
    return all;
  }
}
