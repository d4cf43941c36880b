// SPDX-License-Identifier: Apache-2.0
package dev.clew.jdbc;

import java.lang.ref.ReferenceQueue;

/**
 * A list of open spans of one application, newest first; what keeps them until they end.
 * Thread-safe.
 */
final class OpenSpans {

  private final Forgotten application;

  /**
   * {@code null} for none. Guarded by this; whoever looks without a lock for what was added before
   * does not see {@code null}.
   */
  private OpenSpan newest;

  OpenSpans(Forgotten application) {
    this.application = application;
  }

  boolean areOf(Forgotten other) {
    return application == other;
  }

  ReferenceQueue<Object> collected() {
    return application.queue();
  }

  synchronized void add(OpenSpan span) {
    OpenSpan next = newest;
    span.older = next;
    if (next != null) {
      next.newer = span;
    }
    newest = span;
  }

  /** Whether it was there. One that is not has itself for a neighbour. */
  synchronized boolean remove(OpenSpan span) {
    OpenSpan newer = span.newer;
    OpenSpan older = span.older;
    if (newer == span) {
      return false;
    }
    if (newer == null) {
      newest = older;
    } else {
      newer.older = older;
    }
    if (older != null) {
      older.newer = newer;
    }
    span.newer = span;
    span.older = null;
    return true;
  }

  /** The transaction that a connection has begun; {@code null} for none. */
  synchronized BegunTransaction transactionOf(TracedConnection connection) {
    for (OpenSpan span = newest; span != null; span = span.older) {
      if (span instanceof BegunTransaction transaction && span.isOf(connection)) {
        return transaction;
      }
    }
    return null;
  }

  /** Ends those of a connection that has been closed. */
  void endOf(TracedConnection connection) {
    for (OpenSpan span = newestOf(connection); span != null; span = newestOf(connection)) {
      span.end();
    }
  }

  private OpenSpan newestOf(TracedConnection connection) {
    return newest == null ? null : find(connection);
  }

  private synchronized OpenSpan find(TracedConnection connection) {
    OpenSpan span = newest;
    while (span != null && !span.isOf(connection)) {
      span = span.older;
    }
    return span;
  }

  /** Ends all. */
  void end() {
    for (OpenSpan span = newest(); span != null; span = newest()) {
      span.end();
    }
  }

  private synchronized OpenSpan newest() {
    return newest;
  }
}
