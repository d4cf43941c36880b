// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.dynamodb;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** The spans of one part of a trace that are still to be written. For one thread. */
final class TraceWrite {

  private final PartKey key;

  /** By their ids: a transaction writes nothing twice. */
  private final Map<String, SpanItem> pending = new LinkedHashMap<>();

  TraceWrite(PartKey key) {
    this.key = key;
  }

  void add(SpanItem span) {
    pending.put(span.spanId(), span);
  }

  PartKey key() {
    return key;
  }

  Collection<SpanItem> pending() {
    return pending.values();
  }

  boolean isDone() {
    return pending.isEmpty();
  }

  void done(SpanItem span) {
    pending.remove(span.spanId());
  }
}
