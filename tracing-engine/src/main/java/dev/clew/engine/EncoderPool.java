// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine;

import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * A few encoders that threads borrow for the time of one span. Unlike thread-locals they go with
 * the engine. Threads spread over the places, each on a cache line of its own; one that finds its
 * place empty makes an encoder of its own, and the last one given back stays. Never blocks.
 */
final class EncoderPool {

  private static final int PLACES = 32;
  private static final int REFERENCES_PER_LINE = 16;

  /** An encoder whose buffer a huge span has made larger than this is not kept. */
  private static final int MAX_KEPT = 64 * 1024;

  private final AtomicReferenceArray<SpanEncoder> places =
      new AtomicReferenceArray<>(PLACES * REFERENCES_PER_LINE);

  SpanEncoder take() {
    SpanEncoder kept = places.getAndSet(place(), null);
    return kept != null ? kept : new SpanEncoder();
  }

  void give(SpanEncoder encoder) {
    if (encoder.capacity() <= MAX_KEPT) {
      places.setRelease(place(), encoder);
    }
  }

  /** Not the thread's id, for which an application's thread may have its own idea. */
  private static int place() {
    int hash = System.identityHashCode(Thread.currentThread());
    return (hash & PLACES - 1) * REFERENCES_PER_LINE;
  }
}
