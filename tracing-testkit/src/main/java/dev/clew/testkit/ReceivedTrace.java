// SPDX-License-Identifier: Apache-2.0
package dev.clew.testkit;

import io.opentelemetry.proto.trace.v1.ResourceSpans;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** All that has come of a trace. Not thread-safe. */
final class ReceivedTrace {

  private final String id;
  private final String sender;
  private final List<FinishedSpan> all = new ArrayList<>();
  private final List<Untaken> untaken = new ArrayList<>();
  private long startNanos = Long.MAX_VALUE;

  /** A span that has come twice is here twice. */
  private record Untaken(FinishedSpan span, ResourceSpans message) {}

  ReceivedTrace(String id, String sender) {
    this.id = id;
    this.sender = sender;
  }

  void add(FinishedSpan span, ResourceSpans message) {
    all.add(span);
    untaken.add(new Untaken(span, message));
    startNanos = Math.min(startNanos, span.startNanos());
  }

  boolean take(String spanId) {
    return untaken.removeIf(each -> each.span.spanId().equals(spanId));
  }

  String id() {
    return id;
  }

  /** Who has sent the first of its spans. */
  String sender() {
    return sender;
  }

  /** When the first of its spans started, of those that have come, since the epoch. */
  long startNanos() {
    return startNanos;
  }

  Trace whole() {
    return Trace.of(all);
  }

  boolean isTaken() {
    return untaken.isEmpty();
  }

  Trace untaken() {
    return Trace.of(untaken.stream().map(Untaken::span).toList());
  }

  Stream<ResourceSpans> messages() {
    return untaken.stream().map(Untaken::message);
  }
}
