// SPDX-License-Identifier: Apache-2.0
package dev.clew.testkit;

import io.opentelemetry.api.trace.StatusCode;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Finished spans that belong together. Immutable.
 *
 * @param spans by start
 */
public record Trace(List<FinishedSpan> spans) {

  /** Of spans in any order. */
  public Trace {
    spans = spans.stream().sorted(Comparator.comparingLong(FinishedSpan::startNanos)).toList();
  }

  /** Of spans in any order. */
  public static Trace of(Collection<FinishedSpan> spans) {
    return new Trace(List.copyOf(spans));
  }

  /** The traces that spans belong to, in the order of their first spans. */
  static List<Trace> allOf(Collection<FinishedSpan> spans) {
    return spans.stream()
        .collect(
            Collectors.groupingBy(
                FinishedSpan::traceId, LinkedHashMap::new, Collectors.toUnmodifiableList()))
        .values()
        .stream()
        .map(Trace::new)
        .toList();
  }

  /** The trace id of its spans: 32 hex digits, or empty where there is none. */
  public String id() {
    return spans.isEmpty() ? "" : spans.get(0).traceId();
  }

  /** The spans whose parents are not in it, by start. */
  public List<FinishedSpan> tops() {
    return spans.stream().filter(span -> parent(span).isEmpty()).toList();
  }

  /** The span that is another one's parent, if it is here. */
  public Optional<FinishedSpan> parent(FinishedSpan span) {
    return spans.stream().filter(span::isChildOf).findFirst();
  }

  /** A span's children, by start. */
  public List<FinishedSpan> children(FinishedSpan span) {
    return spans.stream().filter(each -> each.isChildOf(span)).toList();
  }

  /** The spans whose parents should be here, and are not: unfinished, or lost. */
  public List<FinishedSpan> orphans() {
    return tops().stream().filter(span -> !span.isRoot() && !span.hasRemoteParent()).toList();
  }

  /**
   * The spans as a tree: a line for each, by start, two spaces deeper than its parent's.
   *
   * @param line what to say of a span
   */
  public String tree(Function<FinishedSpan, String> line) {
    return SpanTree.draw(spans, 0, line);
  }

  /** As {@link #tree(Function)} with {@link #describe(FinishedSpan)}, for people. */
  @Override
  public String toString() {
    return tree(Trace::describe);
  }

  /** What tells a span from others: {@code shop: POST /orders (server, error)}. */
  public static String describe(FinishedSpan span) {
    return (span.service().isEmpty() ? "" : span.service() + ": ")
        + span.name()
        + " ("
        + span.kind().name().toLowerCase(Locale.ROOT)
        + (span.status() == StatusCode.ERROR ? ", error)" : ")");
  }
}
