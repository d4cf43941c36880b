// SPDX-License-Identifier: Apache-2.0
package dev.clew.analysis.path;

import dev.clew.analysis.Trace;

/** The time that spans spend themselves, instead of waiting for their children. */
public final class SelfTimes {

  private SelfTimes() {}

  /**
   * For each span of a trace: its duration without the times during which at least one child ran
   * that it waited for. Nanoseconds, never negative.
   */
  public static long[] of(Trace trace) {
    long[] self = new long[trace.size()];
    for (int i = 0; i < self.length; i++) {
      self[i] = trace.durationNanos(i) - inChildren(trace, i);
    }
    return self;
  }

  /** Children come in the order of their starts, so what is covered only grows at its end. */
  private static long inChildren(Trace trace, int span) {
    long sum = 0;
    long covered = trace.startNanos(span);
    for (int c = trace.firstChild(span); c < trace.end(span); c = trace.end(c)) {
      if (trace.isAwaited(c)) {
        long end = Math.min(trace.endNanos(c), trace.endNanos(span));
        sum += Math.max(0, end - Math.max(covered, trace.startNanos(c)));
        covered = Math.max(covered, end);
      }
    }
    return sum;
  }
}
