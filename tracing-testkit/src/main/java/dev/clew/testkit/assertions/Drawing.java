// SPDX-License-Identifier: Apache-2.0
package dev.clew.testkit.assertions;

import dev.clew.testkit.FinishedSpan;
import dev.clew.testkit.Trace;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Traces and spans as failing tests show them. */
final class Drawing {

  private Drawing() {}

  /** A trace as a tree, with a remark at some of its spans. */
  static String tree(Trace trace, Collection<FinishedSpan> marked, String remark) {
    if (trace.spans().isEmpty()) {
      return "  (no span)";
    }
    List<FinishedSpan> orphans = trace.orphans();
    return indent(
        trace.tree(
            span ->
                Trace.describe(span)
                    + (orphans.contains(span) ? " (its parent never came)" : "")
                    + (marked.contains(span) ? "   <-- " + remark : "")));
  }

  static String tree(Trace trace) {
    return tree(trace, List.of(), "");
  }

  /** What a tree has, what there is instead, and where they part. */
  static String difference(String tree, Trace trace, Difference difference) {
    List<FinishedSpan> marked = Stream.ofNullable(difference.span()).toList();
    return "expected the tree\n"
        + indent(tree.strip())
        + "\nbut trace "
        + trace.id()
        + (marked.isEmpty() ? " " + difference.remark() : " is")
        + "\n"
        + tree(trace, marked, difference.remark())
        + "\nor, to copy it,\n"
        + indent(TreeWriter.write(trace))
        + marked.stream().map(span -> "\n\n" + details(span)).collect(Collectors.joining());
  }

  /** A span with all that it carries, a line each. */
  static String details(FinishedSpan span) {
    StringBuilder lines = new StringBuilder(Trace.describe(span));
    if (!span.statusMessage().isEmpty()) {
      lines.append("\n  status: ").append(span.statusMessage());
    }
    attributes(span.attributes(), "\n  ", lines);
    for (FinishedSpan.Event event : span.events()) {
      lines.append("\n  event ").append(event.name());
      attributes(event.attributes(), "\n    ", lines);
    }
    span.links()
        .forEach(link -> lines.append("\n  link to ").append(link.traceId() + "-" + link.spanId()));
    return indent(lines.toString());
  }

  private static void attributes(
      Map<String, Object> attributes, String before, StringBuilder lines) {
    new TreeMap<>(attributes)
        .forEach(
            (key, value) -> lines.append(before).append(key).append(" = ").append(shown(value)));
  }

  /** A value so that a text can be told from a number; a stack trace by its first line. */
  static String shown(Object value) {
    if (!(value instanceof String text)) {
      return String.valueOf(value);
    }
    return '"' + text.lines().findFirst().orElse("") + (text.contains("\n") ? "\" ..." : "\"");
  }

  static String indent(String lines) {
    return lines.indent(2).stripTrailing();
  }
}
