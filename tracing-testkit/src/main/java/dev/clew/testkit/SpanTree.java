// SPDX-License-Identifier: Apache-2.0
package dev.clew.testkit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Draws spans as trees, for people who read why a test has failed. */
final class SpanTree {

  private final List<FinishedSpan> spans;
  private final Function<FinishedSpan, String> line;
  private final Set<FinishedSpan> drawn = Collections.newSetFromMap(new IdentityHashMap<>());
  private final StringBuilder out = new StringBuilder();

  private SpanTree(Collection<FinishedSpan> spans, Function<FinishedSpan, String> line) {
    this.spans = new ArrayList<>(spans);
    this.spans.sort(Comparator.comparingLong(FinishedSpan::startNanos));
    this.line = line;
  }

  /** All that can be said of each, indented once. */
  static String draw(Collection<FinishedSpan> spans) {
    return spans.isEmpty() ? "  (no span)" : draw(spans, 1, SpanTree::line);
  }

  /** A line for each, by start, two spaces deeper than its parent's; none at the end. */
  static String draw(
      Collection<FinishedSpan> spans, int depth, Function<FinishedSpan, String> line) {
    return new SpanTree(spans, line).draw(depth);
  }

  private String draw(int depth) {
    spans.stream()
        .filter(span -> spans.stream().noneMatch(span::isChildOf))
        .forEach(top -> draw(top, depth));
    // What is left are spans that are their own ancestors.
    spans.stream().filter(span -> !drawn.contains(span)).forEach(span -> draw(span, depth));
    return out.toString().stripTrailing();
  }

  private void draw(FinishedSpan span, int depth) {
    if (!drawn.add(span)) {
      return;
    }
    out.append("  ".repeat(depth)).append(line.apply(span)).append('\n');
    spans.stream().filter(child -> child.isChildOf(span)).forEach(child -> draw(child, depth + 1));
  }

  private static String line(FinishedSpan span) {
    String parent =
        span.isRoot()
            ? "root"
            : (span.hasRemoteParent() ? "remote parent " : "parent ") + span.parentSpanId();
    String status = span.statusMessage().isEmpty() ? "" : " '" + span.statusMessage() + "'";
    return "%s \"%s\" %s%s  trace %s span %s %s %s"
        .formatted(
            span.kind(),
            span.name(),
            span.status(),
            status,
            span.traceId(),
            span.spanId(),
            parent,
            span.attributes());
  }
}
