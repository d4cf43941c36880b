// SPDX-License-Identifier: Apache-2.0
package dev.clew.analysis.compare;

import dev.clew.analysis.Nanos;
import dev.clew.analysis.SpanRef;
import dev.clew.analysis.Trace;
import dev.clew.analysis.path.Operation;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Two traces laid over each other. Spans that do the same below the same callers are one row,
 * however often they come, so that a loop is a row with a number and not a hundred rows.
 */
public final class TraceDiff {

  /**
   * What some spans do that have the same callers.
   *
   * @param depth 0 for roots; a row belongs to the one above it that has a smaller depth
   * @param first that trace's part
   * @param second the other's
   */
  public record Row(int depth, Operation operation, Part first, Part second) {}

  /**
   * What a trace has of a row.
   *
   * @param spans how many
   * @param failed how many of them failed
   * @param nanos how long they take, one after the other
   * @param longest the span that takes longest; {@code null} where there is none
   */
  public record Part(int spans, int failed, long nanos, SpanRef longest) {}

  private record Group(int depth, Operation operation, List<Integer> first, List<Integer> second) {}

  private final Trace first;
  private final Trace second;

  private TraceDiff(Trace first, Trace second) {
    this.first = first;
    this.second = second;
  }

  /** Row by row, each before what is below it; in the first trace's order where it has them. */
  public static List<Row> of(Trace first, Trace second) {
    return new TraceDiff(first, second).rows();
  }

  private List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    Deque<Group> open = new ArrayDeque<>();
    push(open, groups(0, children(first, Trace.NONE), children(second, Trace.NONE)));
    while (!open.isEmpty()) {
      Group group = open.pop();
      rows.add(
          new Row(
              group.depth(),
              group.operation(),
              part(first, group.first()),
              part(second, group.second())));
      push(
          open,
          groups(group.depth() + 1, below(first, group.first()), below(second, group.second())));
    }
    return rows;
  }

  /** The first one comes out first. */
  private static void push(Deque<Group> open, List<Group> groups) {
    for (int i = groups.size() - 1; i >= 0; i--) {
      open.push(groups.get(i));
    }
  }

  private List<Group> groups(int depth, List<Integer> ofFirst, List<Integer> ofSecond) {
    Map<Operation, Group> groups = new LinkedHashMap<>();
    ofFirst.forEach(span -> group(groups, depth, first, span).first().add(span));
    ofSecond.forEach(span -> group(groups, depth, second, span).second().add(span));
    return List.copyOf(groups.values());
  }

  private static Group group(Map<Operation, Group> groups, int depth, Trace trace, int span) {
    return groups.computeIfAbsent(
        Operation.of(trace.span(span)),
        operation -> new Group(depth, operation, new ArrayList<>(), new ArrayList<>()));
  }

  private static List<Integer> below(Trace trace, List<Integer> parents) {
    List<Integer> below = new ArrayList<>();
    parents.forEach(parent -> below.addAll(children(trace, parent)));
    return below;
  }

  /** Those without a parent, for {@link Trace#NONE}. */
  private static List<Integer> children(Trace trace, int parent) {
    List<Integer> children = new ArrayList<>();
    int end = parent == Trace.NONE ? trace.size() : trace.end(parent);
    int child = parent == Trace.NONE ? 0 : trace.firstChild(parent);
    while (child < end) {
      children.add(child);
      child = trace.end(child);
    }
    return children;
  }

  private static Part part(Trace trace, List<Integer> spans) {
    int failed = 0;
    long nanos = 0;
    int longest = Trace.NONE;
    for (int span : spans) {
      failed += trace.span(span).failed() ? 1 : 0;
      nanos = Nanos.add(nanos, trace.durationNanos(span));
      if (longest == Trace.NONE || trace.durationNanos(span) > trace.durationNanos(longest)) {
        longest = span;
      }
    }
    SpanRef ref = longest == Trace.NONE ? null : SpanRef.of(trace.span(longest));
    return new Part(spans.size(), failed, nanos, ref);
  }
}
