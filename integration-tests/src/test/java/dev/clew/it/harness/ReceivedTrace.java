// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.harness;

import dev.clew.testkit.FinishedSpan;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The spans of one trace.
 *
 * @param spans by start
 */
public record ReceivedTrace(String id, List<ReceivedSpan> spans) {

  public ReceivedTrace(String id, List<ReceivedSpan> spans) {
    this.id = id;
    this.spans =
        spans.stream()
            .sorted(Comparator.comparingLong(received -> received.span().startNanos()))
            .toList();
  }

  /** The only span of that name. */
  public FinishedSpan span(String name) {
    List<FinishedSpan> found =
        spans.stream().map(ReceivedSpan::span).filter(span -> span.name().equals(name)).toList();
    if (found.size() != 1) {
      throw new AssertionError(found.size() + " spans are named \"" + name + "\":\n" + tree());
    }
    return found.get(0);
  }

  /** A line for each span, "service: name (kind)", two spaces deeper than its parent's. */
  public String tree() {
    Set<String> ids = spans.stream().map(each -> each.span().spanId()).collect(Collectors.toSet());
    return spans.stream()
        .filter(each -> !ids.contains(each.span().parentSpanId()))
        .map(top -> tree(top, ""))
        .collect(Collectors.joining());
  }

  private String tree(ReceivedSpan top, String indent) {
    String kind = top.span().kind().name().toLowerCase(Locale.ROOT);
    return "%s%s: %s (%s)%n".formatted(indent, top.service(), top.span().name(), kind)
        + spans.stream()
            .filter(each -> each.span().isChildOf(top.span()))
            .map(child -> tree(child, indent + "  "))
            .collect(Collectors.joining());
  }
}
