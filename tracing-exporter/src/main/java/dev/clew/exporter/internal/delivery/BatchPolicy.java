// SPDX-License-Identifier: Apache-2.0
package dev.clew.exporter.internal.delivery;

import java.time.Duration;

/** When a batch is made, and how large. Immutable. */
public final class BatchPolicy {

  private static final Duration SHORTEST_DELAY = Duration.ofMillis(1);
  private static final Duration NO_LIMIT = Duration.ofDays(1);

  final Duration delay;
  final int spans;
  final long bytes;
  final Duration timeout;

  /**
   * A policy that makes the most of values at the edge.
   *
   * @param delay how long a span waits at most before it is sent; at least a millisecond, so that a
   *     thread with nothing to do sleeps
   * @param spans how many spans a batch has at most; that many waiting are sent at once
   * @param bytes how many bytes of spans a batch has at most, unless a single span is longer
   * @param timeout how long one attempt may take; zero is no limit
   */
  public BatchPolicy(Duration delay, int spans, long bytes, Duration timeout) {
    this.delay = delay.compareTo(SHORTEST_DELAY) < 0 ? SHORTEST_DELAY : delay;
    this.spans = spans;
    this.bytes = bytes;
    this.timeout = timeout.isZero() ? NO_LIMIT : timeout;
  }
}
