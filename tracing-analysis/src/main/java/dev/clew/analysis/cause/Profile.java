// SPDX-License-Identifier: Apache-2.0
package dev.clew.analysis.cause;

import dev.clew.analysis.SpanRef;
import java.util.Map;
import java.util.TreeMap;

/**
 * What some traces do, on average. Traces may count more or less, so that routes are as frequent as
 * in what they are compared with. Times are in nanoseconds a trace. For one thread.
 */
final class Profile {

  /** Of a step. */
  static final class Work {
    double count;
    double self;
    double onPath;
    double waits;

    /** Until a call that failed is made again. */
    double pauses;

    /** Whether an error that reached the root started here. */
    double errors;

    long longestSelf = -1;
    SpanRef longest;
    SpanRef failing;
  }

  /** Of calls. */
  static final class Calls {
    double count;
    double nanos;
    double onPath;
    double failed;

    /** In which steps the errors started that calls failed with. */
    final Map<Step, Double> origins = new TreeMap<>();
  }

  final Map<Step, Work> steps = new TreeMap<>();
  final Map<Call, Calls> calls = new TreeMap<>();
  double traces;
  double failedTraces;

  Work work(Step step) {
    return steps.computeIfAbsent(step, key -> new Work());
  }

  Calls calls(Call call) {
    return calls.computeIfAbsent(call, key -> new Calls());
  }

  double part(double sum) {
    return traces == 0 ? 0 : sum / traces;
  }
}
