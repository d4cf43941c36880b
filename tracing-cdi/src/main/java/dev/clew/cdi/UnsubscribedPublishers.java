// SPDX-License-Identifier: Apache-2.0
package dev.clew.cdi;

import java.lang.ref.PhantomReference;
import java.lang.ref.ReferenceQueue;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Flow;

/**
 * Publishers that traced methods have returned and nobody has subscribed to yet. Once nobody can
 * subscribe any more (the publisher has been collected, or the application stops), the span of the
 * call ends, as of the time when the method returned. Needs no thread: what was collected is looked
 * for whenever another publisher is returned. Thread-safe.
 */
final class UnsubscribedPublishers {

  /** Beyond, spans end when their method returns. */
  static final int MAX_WATCHED = 10_000;

  private final ReferenceQueue<Object> collected = new ReferenceQueue<>();
  private final Set<Watched> watched = ConcurrentHashMap.newKeySet();

  /** The publisher, wrapped so that the span ends with what the first subscriber sees. */
  <T> Flow.Publisher<T> watch(Flow.Publisher<T> publisher, AsyncSpan span) {
    endCollected();
    if (watched.size() >= MAX_WATCHED) {
      span.complete(null, null);
      return publisher;
    }
    TracedPublisher<T> wrapped = new TracedPublisher<>(publisher, span);
    Watched entry = new Watched(wrapped, collected, span);
    wrapped.onFirstSubscription(() -> watched.remove(entry));
    watched.add(entry);
    return wrapped;
  }

  void close() {
    for (Watched each : watched) {
      each.end();
    }
    watched.clear();
  }

  /** Ends the spans of publishers that have been collected. */
  void endCollected() {
    for (Object entry = collected.poll(); entry != null; entry = collected.poll()) {
      if (watched.remove(entry)) {
        ((Watched) entry).end();
      }
    }
  }

  private static final class Watched extends PhantomReference<Object> {

    private final AsyncSpan span;
    private final Instant returned = Instant.now();

    Watched(Object publisher, ReferenceQueue<Object> queue, AsyncSpan span) {
      super(publisher, queue);
      this.span = span;
    }

    void end() {
      span.endAt(returned);
    }
  }
}
