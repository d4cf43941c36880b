// SPDX-License-Identifier: Apache-2.0
package dev.clew.analysis.cause;

import dev.clew.analysis.SpanRef;
import dev.clew.analysis.Trace;
import dev.clew.analysis.failure.Failures;
import dev.clew.analysis.path.CriticalPath;
import dev.clew.analysis.path.SelfTimes;
import java.util.HashMap;
import java.util.Map;

/** Adds one trace to a profile. For one thread. */
final class Profiling {

  private final Profile profile;
  private final Trace trace;
  private final double weight;
  private final Failures failures;
  private final Step[] steps;
  private final long[] self;
  private final long[] work;
  private final long[] waits;

  /**
   * For a trace.
   *
   * @param weight how much it counts
   * @param toTheEnd whether it matters until its last span ends, and not only until it is answered
   */
  Profiling(Profile profile, Trace trace, double weight, boolean toTheEnd) {
    this.profile = profile;
    this.trace = trace;
    this.weight = weight;
    this.failures = Failures.of(trace);
    this.self = SelfTimes.of(trace);
    CriticalPath path = toTheEnd ? CriticalPath.of(trace) : CriticalPath.of(trace, 0);
    this.work = path.workNanos();
    this.waits = path.waitNanos();
    this.steps = new Step[trace.size()];
    for (int i = 0; i < steps.length; i++) {
      steps[i] = Step.of(trace, i);
    }
  }

  void add() {
    profile.traces += weight;
    long[] below = work.clone();
    for (int i = trace.size() - 1; i > 0; i--) {
      if (trace.parent(i) != Trace.NONE) {
        below[trace.parent(i)] += below[i];
      }
    }
    for (int i = 0; i < trace.size(); i++) {
      addWork(i);
      if (trace.parent(i) != Trace.NONE) {
        addCall(i, below[i]);
      }
      addPauses(i);
    }
    addError();
  }

  private void addWork(int index) {
    Profile.Work own = profile.work(steps[index]);
    own.count += weight;
    own.self += weight * self[index];
    own.onPath += weight * work[index];
    own.waits += weight * waits[index];
    if (self[index] > own.longestSelf) {
      own.longestSelf = self[index];
      own.longest = ref(index);
    }
  }

  private void addCall(int index, long onPath) {
    Call call = new Call(steps[trace.parent(index)], steps[index]);
    Profile.Calls calls = profile.calls(call);
    calls.count += weight;
    calls.nanos += weight * trace.durationNanos(index);
    calls.onPath += weight * onPath;
    if (trace.span(index).failed()) {
      int origin = failures.origin(index);
      calls.failed += weight;
      calls.origins.merge(steps[origin], weight, Double::sum);
      profile.work(steps[origin]).failing = ref(origin);
    }
  }

  /** What a caller does between a call that failed and the next one like it is not its own work. */
  private void addPauses(int caller) {
    if (trace.end(caller) == trace.firstChild(caller)) {
      return;
    }
    Map<Step, Integer> failed = new HashMap<>();
    for (int c = trace.firstChild(caller); c < trace.end(caller); c = trace.end(c)) {
      Integer before = failed.remove(steps[c]);
      if (before != null && trace.startNanos(c) > trace.endNanos(before)) {
        double pause = weight * (trace.startNanos(c) - trace.endNanos(before));
        profile.work(steps[caller]).self -= pause;
        profile.work(steps[failures.origin(before)]).pauses += pause;
      }
      if (trace.span(c).failed()) {
        failed.put(steps[c], c);
      }
    }
  }

  private void addError() {
    if (trace.span(0).failed()) {
      int origin = failures.origin(0);
      int guilty = Failures.isTimeOut(trace.span(origin)) ? slowest(origin) : origin;
      Profile.Work own = profile.work(steps[guilty]);
      profile.failedTraces += weight;
      own.errors += weight;
      own.failing = ref(guilty);
    }
  }

  /** Who kept somebody waiting: down to the longest child, until most is a span's own time. */
  private int slowest(int waiting) {
    int at = waiting;
    while (self[at] * 2 < trace.durationNanos(at) || at == waiting) {
      int longest = Trace.NONE;
      for (int c = trace.firstChild(at); c < trace.end(at); c = trace.end(c)) {
        if (longest == Trace.NONE || trace.durationNanos(c) > trace.durationNanos(longest)) {
          longest = c;
        }
      }
      if (longest == Trace.NONE) {
        return at;
      }
      at = longest;
    }
    return at;
  }

  private SpanRef ref(int index) {
    return SpanRef.of(trace.span(index));
  }
}
