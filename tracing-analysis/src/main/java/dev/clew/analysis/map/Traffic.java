// SPDX-License-Identifier: Apache-2.0
package dev.clew.analysis.map;

/**
 * What goes from one place to another.
 *
 * @param calls calls or messages
 * @param errors how many of them failed
 * @param latencies how long calls took, for who made them where that is known; for messages, how
 *     long it took to send or to process them
 * @param waits how long messages were in the queue, where that is known; nothing for calls
 */
public record Traffic(long calls, long errors, Latencies latencies, Latencies waits) {

  /** Both together. */
  Traffic plus(Traffic other) {
    return new Traffic(
        calls + other.calls,
        errors + other.errors,
        latencies.plus(other.latencies),
        waits.plus(other.waits));
  }

  /** Counts what comes along. For one thread. */
  static final class Counter {

    private final Latencies.Counter latencies = new Latencies.Counter();
    private final Latencies.Counter waits = new Latencies.Counter();
    private long calls;
    private long errors;

    void add(long nanos, boolean failed) {
      calls++;
      errors += failed ? 1 : 0;
      latencies.add(nanos);
    }

    void addWait(long nanos) {
      waits.add(nanos);
    }

    Traffic traffic() {
      return new Traffic(calls, errors, latencies.latencies(), waits.latencies());
    }
  }
}
