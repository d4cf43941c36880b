// SPDX-License-Identifier: Apache-2.0
package dev.clew.testkit.assertions;

import dev.clew.testkit.FinishedSpan;
import dev.clew.testkit.Trace;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes traces so that {@link TreeParser} can read them, for who wants to copy one into a test.
 */
final class TreeWriter {

  private TreeWriter() {}

  /** A trace in the notation of trees; with services, if there are several. */
  static String write(Trace trace) {
    boolean services = trace.spans().stream().map(FinishedSpan::service).distinct().count() > 1;
    return write(trace, trace.tops(), services);
  }

  private static String write(Trace trace, List<FinishedSpan> siblings, boolean services) {
    String all =
        siblings.stream()
            .map(span -> write(trace, span, services))
            .collect(Collectors.joining(", "));
    return siblings.size() == 1 ? all : "[" + all + "]";
  }

  private static String write(Trace trace, FinishedSpan span, boolean services) {
    List<FinishedSpan> children = trace.children(span);
    return (services ? quotedIfNeedBe(span.service()) + ": " : "")
        + quotedIfNeedBe(span.name())
        + (children.isEmpty() ? "" : " > " + write(trace, children, services));
  }

  private static String quotedIfNeedBe(String name) {
    return isPlain(name) ? name : "'" + name.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }

  private static boolean isPlain(String name) {
    try {
      SpanPattern read = SpanParser.parse(name);
      return !name.contains("*")
          && !name.startsWith("...")
          && read.text().equals(name)
          && read.service() == null
          && read.kind() == null
          && !read.error()
          && read.name().matcher(name).matches();
    } catch (TreeSyntaxException notPlain) {
      return false;
    }
  }
}
