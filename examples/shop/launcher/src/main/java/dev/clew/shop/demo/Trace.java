// SPDX-License-Identifier: Apache-2.0
package dev.clew.shop.demo;

import io.opentelemetry.proto.trace.v1.Span;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The spans received of one trace.
 *
 * @param id 32 hexadecimal digits
 * @param spans by start
 */
record Trace(String id, List<ServiceSpan> spans) {

  Trace(String id, List<ServiceSpan> spans) {
    this.id = id;
    this.spans =
        spans.stream()
            .sorted(Comparator.comparingLong(span -> span.span().getStartTimeUnixNano()))
            .toList();
  }

  /** Spans to start the tree at: those without a parent, and those whose parent is missing. */
  List<ServiceSpan> tops() {
    Set<String> ids = ids();
    return spans.stream().filter(span -> !ids.contains(span.parentId())).toList();
  }

  List<ServiceSpan> children(ServiceSpan parent) {
    return spans.stream().filter(span -> span.parentId().equals(parent.id())).toList();
  }

  /** Whether one root is there, and every parent that is named. */
  boolean isComplete() {
    List<ServiceSpan> tops = tops();
    return tops.size() == 1 && tops.get(0).isRoot();
  }

  /** Whether all of it is there, and no request began it: what services do for themselves. */
  boolean isInternal() {
    return isComplete() && !tops().get(0).isRequest();
  }

  /** Whether somebody has yet to process what was sent. */
  boolean hasMessageUnderWay() {
    return spans.stream().filter(ServiceSpan::isSending).anyMatch(span -> children(span).isEmpty());
  }

  /** Where an error started: the first span that failed without a failed child. */
  Optional<ServiceSpan> firstFailure() {
    return spans.stream()
        .filter(span -> span.isFailed() && children(span).stream().noneMatch(ServiceSpan::isFailed))
        .min(Comparator.comparingLong(span -> span.span().getEndTimeUnixNano()));
  }

  Set<String> services() {
    return spans.stream().map(ServiceSpan::service).collect(Collectors.toCollection(TreeSet::new));
  }

  long startNanos() {
    return spans.get(0).span().getStartTimeUnixNano();
  }

  long durationNanos() {
    return spans.stream()
            .map(ServiceSpan::span)
            .mapToLong(Span::getEndTimeUnixNano)
            .max()
            .orElseThrow()
        - startNanos();
  }

  private Set<String> ids() {
    return spans.stream().map(ServiceSpan::id).collect(Collectors.toSet());
  }
}
