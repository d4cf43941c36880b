// SPDX-License-Identifier: Apache-2.0
package dev.clew.jdbc;

import java.lang.ref.ReferenceQueue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The net below queries of one application that nobody closes. Once rows and statement, or their
 * connection, have been collected, the span ends when the next query gives rows, and all end when
 * the application stops. Needs no thread. Thread-safe; nothing here throws.
 */
final class Forgotten {

  /** What is left of what has been collected. */
  interface Trace {

    void collected();
  }

  private final ReferenceQueue<Object> collected = new ReferenceQueue<>();

  /** Keeps alive what waits for its end. */
  private final Set<OpenSpans> connections = ConcurrentHashMap.newKeySet();

  ReferenceQueue<Object> queue() {
    return collected;
  }

  void watch(OpenSpans connection) {
    connections.add(connection);
  }

  void release(OpenSpans connection) {
    connections.remove(connection);
  }

  /** Ends what has been collected since. */
  void sweep() {
    for (Object gone = collected.poll(); gone != null; gone = collected.poll()) {
      if (gone instanceof Trace trace) {
        trace.collected();
      }
    }
  }

  /** Ends all. */
  void stop() {
    connections.forEach(OpenSpans::end);
  }
}
