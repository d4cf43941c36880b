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

  private final KnownTexts keys = new KnownTexts(AttributeEncoder.KEY, 1024);
  private final KnownAttributes attributes = new KnownAttributes();

  /** Apart from the keys, as an application that makes up names would leave them no place. */
  private final KnownTexts names = new KnownTexts(SpanEncoder.NAME, 256);

  SpanEncoder take() {
    SpanEncoder kept = places.getAndSet(place(), null);
    return kept != null ? kept : new SpanEncoder(keys, attributes, names);
  }

  void give(SpanEncoder encoder) {
    if (encoder.capacity() <= MAX_KEPT) {
      places.setRelease(place(), encoder);
    }
  }

  /**
   * By the thread's id: its identity hash can be a slow call into the JVM, time after time. Before
   * Java 19 an application's thread may answer itself, or throw.
   */
  private static int place() {
    try {
      return (int) (Thread.currentThread().getId() & PLACES - 1) * REFERENCES_PER_LINE;
    } catch (Throwable nobodyKnows) {
      return 0;
    }
  }
}
