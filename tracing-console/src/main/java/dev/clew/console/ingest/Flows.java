// SPDX-License-Identifier: Apache-2.0
package dev.clew.console.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongSupplier;

/**
 * How much each service sends, over the present minute and the one before. A service that sent in
 * neither is forgotten, and of more than enough services the later ones are left out. Thread-safe.
 */
final class Flows {

  static final int MOST_SERVICES = 1_000;

  private static final long MINUTE = 60_000_000_000L;

  private static final class Amount {
    long spans;
    long bytes;

    void add(long moreSpans, long moreBytes) {
      spans += moreSpans;
      bytes += moreBytes;
    }
  }

  private final LongSupplier nanoTime;
  private final long start;
  private Map<String, Amount> before = Map.of();
  private Map<String, Amount> present = new TreeMap<>();
  private long minute;

  Flows(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    this.start = nanoTime.getAsLong();
  }

  synchronized void add(String service, int spans, long bytes) {
    turn(sinceStart());
    Amount known = present.get(service);
    if (known == null && present.size() < MOST_SERVICES) {
      known = new Amount();
      present.put(service, known);
    }
    if (known != null) {
      known.add(spans, bytes);
    }
  }

  /** All services that sent lately, by name. */
  synchronized List<Flow> now() {
    long now = sinceStart();
    turn(now);
    double seconds = Math.max(1, (now - Math.max(0, minute - 1) * MINUTE) / 1e9);
    Map<String, Amount> sums = new TreeMap<>();
    for (Map<String, Amount> part : List.of(before, present)) {
      part.forEach(
          (service, amount) ->
              sums.computeIfAbsent(service, any -> new Amount()).add(amount.spans, amount.bytes));
    }
    List<Flow> flows = new ArrayList<>();
    sums.forEach(
        (service, sum) -> flows.add(new Flow(service, sum.spans / seconds, sum.bytes / seconds)));
    return flows;
  }

  private long sinceStart() {
    return nanoTime.getAsLong() - start;
  }

  private void turn(long now) {
    long entered = now / MINUTE;
    if (entered > minute) {
      before = entered == minute + 1 ? present : Map.of();
      present = new TreeMap<>();
      minute = entered;
    }
  }
}
