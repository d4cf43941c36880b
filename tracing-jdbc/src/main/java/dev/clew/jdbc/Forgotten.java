// SPDX-License-Identifier: Apache-2.0
package dev.clew.jdbc;

import java.lang.ref.ReferenceQueue;
import java.util.Arrays;

/**
 * The net below queries of one application that nobody closes. Once rows and statement have been
 * collected, the span ends when the next query gives rows, and all end when the application stops.
 * Needs no thread. Thread-safe; nothing here throws.
 */
final class Forgotten {

  /** So many threads rarely wait for each other; a power of two. */
  private static final int LISTS = 32;

  private final ReferenceQueue<Object> collected = new ReferenceQueue<>();
  private final OpenSpans[] lists = new OpenSpans[LISTS];

  Forgotten() {
    Arrays.setAll(lists, number -> new OpenSpans(this));
  }

  ReferenceQueue<Object> queue() {
    return collected;
  }

  /** Where a connection that is taken on this thread keeps what is open. */
  OpenSpans ofThread() {
    return lists[(int) Thread.currentThread().getId() & LISTS - 1];
  }

  /** Ends what has been collected since. */
  void sweep() {
    for (Object gone = collected.poll(); gone != null; gone = collected.poll()) {
      ((OpenSpan) gone).collected();
    }
  }

  /** Ends all. */
  void stop() {
    for (OpenSpans list : lists) {
      list.end();
    }
  }
}
