// SPDX-License-Identifier: Apache-2.0
package dev.clew.analysis;

import java.util.List;

/**
 * Spans that belong together, as a forest: one tree where nothing is missing. Spans are numbered
 * from 0 so that a parent comes before its children, all that is below a span follows it without a
 * gap, and siblings are in the order of their starts; a loop forwards goes down the tree, a loop
 * backwards goes up. Number 0 is the root (the earliest one that names no parent, or else the
 * earliest of all that have none). Times are adjusted so that clocks agree, lie between 0 and the
 * year 2116, and no span ends before it starts. Immutable.
 */
public final class Trace {

  /** Instead of the number of a parent. */
  public static final int NONE = -1;

  private final Span[] spans;
  private final int[] parents;
  private final int[] ends;
  private final long[] starts;
  private final long[] finishes;
  private final List<SkewedClock> skewedClocks;
  private final Completeness completeness;

  /**
   * A trace of what nobody else keeps.
   *
   * @param order the number of each span among the given ones
   * @param parents of the given spans
   * @param times start and end of each given span, adjusted
   */
  Trace(
      Span[] given,
      int[] order,
      int[] parents,
      Times times,
      List<SkewedClock> skewedClocks,
      Completeness completeness) {
    int size = given.length;
    this.spans = new Span[size];
    this.parents = new int[size];
    this.starts = new long[size];
    this.finishes = new long[size];
    int[] numbers = new int[size];
    for (int i = 0; i < size; i++) {
      int from = order[i];
      numbers[from] = i;
      spans[i] = given[from];
      starts[i] = times.start(from);
      finishes[i] = times.end(from);
      this.parents[i] = parents[from] == NONE ? NONE : numbers[parents[from]];
    }
    this.ends = ends(this.parents);
    this.skewedClocks = List.copyOf(skewedClocks);
    this.completeness = completeness;
  }

  private static int[] ends(int[] parents) {
    int[] ends = new int[parents.length];
    for (int i = ends.length - 1; i >= 0; i--) {
      ends[i] = Math.max(ends[i], i + 1);
      if (parents[i] != NONE) {
        ends[parents[i]] = Math.max(ends[parents[i]], ends[i]);
      }
    }
    return ends;
  }

  /** In hexadecimal digits. */
  public String id() {
    return spans[0].traceId();
  }

  /** How many spans there are; at least one. */
  public int size() {
    return spans.length;
  }

  /** The span of a number, with the times that it was received with. */
  public Span span(int index) {
    return spans[index];
  }

  /** The number of a span's parent; {@link #NONE} where it has none here. */
  public int parent(int index) {
    return parents[index];
  }

  /** The number after the last span below this one: this one's own plus 1 where there is none. */
  public int end(int index) {
    return ends[index];
  }

  /**
   * The number of a span's first child, if that is less than the span's {@link #end}; the next
   * sibling of a child has the child's {@link #end} as its number, with the same condition.
   */
  public int firstChild(int index) {
    return index + 1;
  }

  /** When a span starts, in nanoseconds since the epoch, by the root's clock. */
  public long startNanos(int index) {
    return starts[index];
  }

  /** When a span ends, in nanoseconds since the epoch, by the root's clock. */
  public long endNanos(int index) {
    return finishes[index];
  }

  /** How long a span takes; never negative. */
  public long durationNanos(int index) {
    return finishes[index] - starts[index];
  }

  /** From the start of the first span to the end of the last one. */
  public long durationNanos() {
    long first = starts[0];
    long last = finishes[0];
    for (int i = 1; i < spans.length; i++) {
      first = Math.min(first, starts[i]);
      last = Math.max(last, finishes[i]);
    }
    return last - first;
  }

  /** Clocks that were found to differ, in the order in which their first spans stand here. */
  public List<SkewedClock> skewedClocks() {
    return skewedClocks;
  }

  /** What is missing. */
  public Completeness completeness() {
    return completeness;
  }

  /**
   * Whether the parent waits for a span: whether that ends within it, or is the answer to its
   * request, even if the end is a little later, as that of servers is. Nothing waits for a root.
   */
  public boolean isAwaited(int index) {
    int parent = parents[index];
    return parent != NONE
        && starts[index] <= finishes[parent]
        && (finishes[index] <= finishes[parent] || answers(spans[parent], spans[index]));
  }

  /** Whether a span is what a server does for a client's request. */
  static boolean answers(Span parent, Span child) {
    return parent.kind() == SpanKind.CLIENT && child.kind() == SpanKind.SERVER;
  }
}
