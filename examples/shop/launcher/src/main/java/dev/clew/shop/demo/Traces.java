// SPDX-License-Identifier: Apache-2.0
package dev.clew.shop.demo;

import io.opentelemetry.proto.trace.v1.ResourceSpans;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Puts spans together to traces, and hands out each that a request began once it has settled.
 * Thread-safe.
 *
 * <p>A service does not tell when a trace has ended: it has settled when it is complete, every
 * message in it has been processed, and nothing more came for a while, or, complete or not, when
 * nothing more came for a long while.
 */
final class Traces {

  /** Traces still open, at most; beyond that the oldest is forgotten. */
  private static final int MAX_OPEN = 1_000;

  private final long quiet;
  private final long givenUp;
  private final Map<String, Open> open = new LinkedHashMap<>();

  /**
   * None so far.
   *
   * @param quiet after which a complete trace has settled; longer than services wait before they
   *     send
   * @param givenUp after which any trace has
   */
  Traces(Duration quiet, Duration givenUp) {
    this.quiet = quiet.toNanos();
    this.givenUp = givenUp.toNanos();
  }

  synchronized void add(ResourceSpans received) {
    long now = System.nanoTime();
    ServiceSpan.of(received)
        .forEach(span -> open.computeIfAbsent(span.traceId(), id -> new Open()).add(span, now));
    Iterator<Open> oldest = open.values().iterator();
    for (int excess = open.size() - MAX_OPEN; excess > 0; excess--) {
      oldest.next();
      oldest.remove();
    }
    notifyAll();
  }

  /**
   * The next trace that has settled, if one does in time.
   *
   * @param expected services without which no trace counts as complete
   */
  synchronized Optional<Trace> next(Set<String> expected, Duration patience)
      throws InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    while (true) {
      long now = System.nanoTime();
      long pause = deadline - now;
      for (Iterator<Map.Entry<String, Open>> all = open.entrySet().iterator(); all.hasNext(); ) {
        Map.Entry<String, Open> entry = all.next();
        Trace trace = new Trace(entry.getKey(), entry.getValue().spans);
        long settlesIn = entry.getValue().lastArrival + quietTime(trace, expected) - now;
        if (settlesIn > 0) {
          pause = Math.min(pause, settlesIn);
          continue;
        }
        all.remove();
        if (!trace.isInternal()) {
          return Optional.of(trace);
        }
      }
      if (deadline - now <= 0) {
        return Optional.empty();
      }
      wait(Math.max(1, Duration.ofNanos(pause).toMillis()));
    }
  }

  private long quietTime(Trace trace, Set<String> expected) {
    boolean whole =
        trace.isComplete() && trace.services().containsAll(expected) && !trace.hasMessageUnderWay();
    return whole ? quiet : givenUp;
  }

  /** A trace that may not be whole yet. */
  private static final class Open {

    private final List<ServiceSpan> spans = new ArrayList<>();
    private long lastArrival;

    private void add(ServiceSpan span, long now) {
      spans.add(span);
      lastArrival = now;
    }
  }
}
