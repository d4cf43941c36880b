// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.harness;

import dev.clew.testkit.FinishedSpan;
import dev.clew.testkit.Trace;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

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
    return only(name, name::equals);
  }

  /** The only span of that name in any case, in which providers of persistence differ. */
  public FinishedSpan statement(String name) {
    return only(name, name::equalsIgnoreCase);
  }

  private FinishedSpan only(String name, Predicate<String> wanted) {
    List<FinishedSpan> found =
        spans.stream().map(ReceivedSpan::span).filter(span -> wanted.test(span.name())).toList();
    if (found.size() != 1) {
      throw new AssertionError(found.size() + " spans are named \"" + name + "\":\n" + tree());
    }
    return found.get(0);
  }

  /** A line for each span, "service: name (kind)", two spaces deeper than its parent's. */
  public String tree() {
    String tree = trace().tree(ReceivedTrace::describe);
    return tree.isEmpty() ? "" : tree + System.lineSeparator();
  }

  /** For {@code assertThatTrace}. */
  public Trace trace() {
    return Trace.of(spans.stream().map(ReceivedSpan::span).toList());
  }

  static ReceivedTrace of(Trace trace) {
    return new ReceivedTrace(
        trace.id(),
        trace.spans().stream().map(span -> new ReceivedSpan(span.service(), span)).toList());
  }

  private static String describe(FinishedSpan span) {
    String kind = span.kind().name().toLowerCase(Locale.ROOT);
    return "%s: %s (%s)".formatted(span.service(), span.name(), kind);
  }
}
