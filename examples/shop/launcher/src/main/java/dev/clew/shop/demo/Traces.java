// SPDX-License-Identifier: Apache-2.0
package dev.clew.shop.demo;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Hands out each trace that a request began once it has settled. For one thread.
 *
 * <p>A service does not tell when a trace has ended: it has settled when it is complete, every
 * message in it has been processed, and nothing more came for a while, or, complete or not, when
 * nothing more came for a long while.
 */
final class Traces {

  private static final long GLANCE_MILLIS = 100;

  /** Where the spans are. */
  interface Source {

    /** How many spans there are of each of the latest traces, by their ids, the earliest first. */
    Map<String, Integer> sizes() throws IOException, InterruptedException;

    /** All spans of a trace. */
    List<ServiceSpan> spans(String traceId) throws IOException, InterruptedException;
  }

  private final Source source;
  private final long quiet;
  private final long givenUp;
  private final Map<String, Open> open = new HashMap<>();
  private final Set<String> handedOut = new HashSet<>();
  private int requestsSeen;

  /**
   * Of a source.
   *
   * @param quiet after which a complete trace has settled; longer than services wait before they
   *     send
   * @param givenUp after which any trace has
   */
  Traces(Source source, Duration quiet, Duration givenUp) {
    this.source = source;
    this.quiet = quiet.toNanos();
    this.givenUp = givenUp.toNanos();
  }

  /**
   * The next trace that has settled, if one does in time.
   *
   * @param expected services without which no trace counts as complete
   */
  Optional<Trace> next(Set<String> expected, Duration patience)
      throws IOException, InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    while (true) {
      look();
      for (String id : Set.copyOf(open.keySet())) {
        Trace trace = open.get(id).trace;
        if (System.nanoTime() - open.get(id).lastArrival >= quietTime(trace, expected)) {
          handOut(id);
          if (!trace.isInternal()) {
            return Optional.of(trace);
          }
        }
      }
      if (System.nanoTime() - deadline >= 0) {
        return Optional.empty();
      }
      Thread.sleep(GLANCE_MILLIS);
    }
  }

  /**
   * Leaves out all traces that there are, once so many requests have been seen in all and
   * everything has settled, or time is up.
   */
  void skip(int requests, Duration patience) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    do {
      Thread.sleep(GLANCE_MILLIS);
      look();
      long now = System.nanoTime();
      for (String id : Set.copyOf(open.keySet())) {
        if (now - open.get(id).lastArrival >= quietTime(open.get(id).trace, Set.of())) {
          handOut(id);
        }
      }
    } while ((!open.isEmpty() || requestsSeen < requests) && System.nanoTime() - deadline < 0);
    Set.copyOf(open.keySet()).forEach(this::handOut);
  }

  private void look() throws IOException, InterruptedException {
    for (Map.Entry<String, Integer> each : source.sizes().entrySet()) {
      String id = each.getKey();
      Open known = open.get(id);
      boolean grown = known == null || known.trace.spans().size() < each.getValue();
      if (grown && !handedOut.contains(id)) {
        open.put(id, new Open(new Trace(id, source.spans(id)), System.nanoTime()));
      }
    }
  }

  private void handOut(String id) {
    requestsSeen += open.remove(id).trace.isInternal() ? 0 : 1;
    handedOut.add(id);
  }

  private long quietTime(Trace trace, Set<String> expected) {
    boolean whole =
        trace.isComplete() && trace.services().containsAll(expected) && !trace.hasMessageUnderWay();
    return whole ? quiet : givenUp;
  }

  /** A trace that may not be whole yet. */
  private record Open(Trace trace, long lastArrival) {}
}
