// SPDX-License-Identifier: Apache-2.0
package dev.clew.analysis.path;

import dev.clew.analysis.Trace;
import java.util.Arrays;
import java.util.List;

/**
 * The chain of work and waiting that a result had to wait for: if any piece of it had been shorter,
 * the result would have come earlier. Where a span waits for several others at a time, the one that
 * ends last is what it waits for. Pieces follow each other without gap or overlap. Immutable.
 */
public final class CriticalPath {

  private final List<Segment> segments;
  private final int spans;

  private CriticalPath(List<Segment> segments, int spans) {
    this.segments = List.copyOf(segments);
    this.spans = spans;
  }

  /**
   * To the end of whatever ends last, even if the root was answered long before: through messages,
   * and through tasks that outlive those who started them.
   */
  public static CriticalPath of(Trace trace) {
    int last = 0;
    for (int i = 1; i < trace.end(0); i++) {
      last = trace.endNanos(i) > trace.endNanos(last) ? i : last;
    }
    return walked(trace, last, 0);
  }

  /**
   * To the end of a span, from its start: what its caller had to wait for. What outlives the span
   * is no part of it.
   */
  public static CriticalPath of(Trace trace, int span) {
    return walked(trace, span, span);
  }

  private static CriticalPath walked(Trace trace, int last, int top) {
    return new CriticalPath(new PathWalk(trace, last, top).segments(), trace.size());
  }

  /** Its pieces, from the earliest to the latest. */
  public List<Segment> segments() {
    return segments;
  }

  /** How long it takes in all. */
  public long durationNanos() {
    return segments.isEmpty()
        ? 0
        : segments.get(segments.size() - 1).endNanos() - segments.get(0).startNanos();
  }

  /** For each span of the trace: how long it is at work on the path. */
  public long[] workNanos() {
    return sums(false);
  }

  /** For each span of the trace: how long the path waits for it to start. */
  public long[] waitNanos() {
    return sums(true);
  }

  private long[] sums(boolean waiting) {
    long[] sums = new long[spans];
    for (Segment segment : segments) {
      sums[segment.span()] += segment.isWaiting() == waiting ? segment.durationNanos() : 0;
    }
    return sums;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CriticalPath that && segments.equals(that.segments);
  }

  @Override
  public int hashCode() {
    return segments.hashCode();
  }

  @Override
  public String toString() {
    return Arrays.toString(segments.toArray());
  }
}
