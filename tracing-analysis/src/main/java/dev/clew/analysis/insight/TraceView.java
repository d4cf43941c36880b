// SPDX-License-Identifier: Apache-2.0
package dev.clew.analysis.insight;

import dev.clew.analysis.Span;
import dev.clew.analysis.SpanKind;
import dev.clew.analysis.SpanRef;
import dev.clew.analysis.Trace;
import dev.clew.analysis.insight.Insight.Severity;
import dev.clew.analysis.path.CriticalPath;
import dev.clew.analysis.path.SelfTimes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A trace with what several detectors need to know of it, worked out once. */
final class TraceView {

  private final Trace trace;
  private final CriticalPath path;
  private final long[] work;
  private final long[] waits;
  private final long[] self;

  /** Before each span, in the order of the trace: the work on the path of all. */
  private final long[] workBefore;

  /** For each span that calls: its calls, in the order of their starts. */
  private final Map<Integer, List<Integer>> calls = new TreeMap<>();

  TraceView(Trace trace) {
    this.trace = trace;
    this.path = CriticalPath.of(trace);
    this.work = path.workNanos();
    this.waits = path.waitNanos();
    this.self = SelfTimes.of(trace);
    this.workBefore = new long[trace.size() + 1];
    for (int i = 0; i < trace.size(); i++) {
      workBefore[i + 1] = workBefore[i] + work[i];
    }
    for (int i = 0; i < trace.size(); i++) {
      int caller = isCall(i) ? caller(i) : Trace.NONE;
      if (caller != Trace.NONE) {
        calls.computeIfAbsent(caller, index -> new ArrayList<>()).add(i);
      }
    }
  }

  private boolean isCall(int index) {
    SpanKind kind = span(index).kind();
    return kind == SpanKind.CLIENT || kind == SpanKind.PRODUCER;
  }

  /** Who decided to make a call: spans that do nothing but this one are only in between. */
  private int caller(int call) {
    int caller = trace.parent(call);
    int below = call;
    while (caller != Trace.NONE
        && span(caller).kind() == SpanKind.INTERNAL
        && trace.parent(caller) != Trace.NONE
        && trace.end(below) == trace.end(caller)
        && below == trace.firstChild(caller)) {
      below = caller;
      caller = trace.parent(caller);
    }
    return caller;
  }

  Trace trace() {
    return trace;
  }

  Span span(int index) {
    return trace.span(index);
  }

  long self(int index) {
    return self[index];
  }

  /** How long a span is at work on the critical path. */
  long work(int index) {
    return work[index];
  }

  /** Whether the critical path leads through a span, or through one below it. */
  boolean isOnPath(int index) {
    return workBefore[trace.end(index)] > workBefore[index];
  }

  /** How long the critical path waits for a span to start. */
  long wait(int index) {
    return waits[index];
  }

  long pathNanos() {
    return path.durationNanos();
  }

  /** The calls of each span that makes some. */
  Map<Integer, List<Integer>> calls() {
    return calls;
  }

  /** Calls of one span, by what they call. */
  Map<String, List<Integer>> byTarget(List<Integer> ofOneCaller) {
    Map<String, List<Integer>> byTarget = new TreeMap<>();
    for (int call : ofOneCaller) {
      byTarget.computeIfAbsent(Target.of(span(call)), key -> new ArrayList<>()).add(call);
    }
    return byTarget;
  }

  SpanRef ref(int index) {
    return SpanRef.of(span(index));
  }

  List<SpanRef> refs(int first, List<Integer> others) {
    List<SpanRef> refs = new ArrayList<>(List.of(ref(first)));
    others.forEach(index -> refs.add(ref(index)));
    return refs;
  }

  /** How much an amount of time matters in this trace. */
  Severity severity(long nanos) {
    double part = part(nanos);
    return part >= 0.5 ? Severity.HIGH : part >= 0.1 ? Severity.MEDIUM : Severity.LOW;
  }

  /** Which part of the critical path an amount of time is. */
  double part(long nanos) {
    return pathNanos() == 0 ? 0 : Math.min(1, (double) nanos / pathNanos());
  }

  /** During how long at least one of these spans ran, which are in the order of their starts. */
  long covered(List<Integer> spans) {
    long sum = 0;
    long until = 0;
    for (int index : spans) {
      long from = Math.max(until, trace.startNanos(index));
      sum += Math.max(0, trace.endNanos(index) - from);
      until = Math.max(until, trace.endNanos(index));
    }
    return sum;
  }
}
