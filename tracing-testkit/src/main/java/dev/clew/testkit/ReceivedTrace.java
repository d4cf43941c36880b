// SPDX-License-Identifier: Apache-2.0
package dev.clew.testkit;

import io.opentelemetry.proto.trace.v1.ResourceSpans;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** All that has come of a trace. Not thread-safe. */
final class ReceivedTrace {

  private final String id;
  private final String sender;
  private final Map<String, FinishedSpan> all = new LinkedHashMap<>();
  private final Map<String, ResourceSpans> untaken = new LinkedHashMap<>();
  private long startNanos = Long.MAX_VALUE;

  ReceivedTrace(String id, String sender) {
    this.id = id;
    this.sender = sender;
  }

  void add(FinishedSpan span, ResourceSpans message) {
    all.put(span.spanId(), span);
    untaken.put(span.spanId(), message);
    startNanos = Math.min(startNanos, span.startNanos());
  }

  boolean take(String spanId) {
    return untaken.remove(spanId) != null;
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
    return Trace.of(all.values());
  }

  Trace untaken() {
    return Trace.of(untaken.keySet().stream().map(all::get).toList());
  }

  Stream<ResourceSpans> messages() {
    return untaken.values().stream();
  }
}
