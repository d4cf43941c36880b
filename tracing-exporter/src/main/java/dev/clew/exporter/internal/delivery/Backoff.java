// SPDX-License-Identifier: Apache-2.0
package dev.clew.exporter.internal.delivery;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * How long to wait before the next attempt: doubling from one second to half a minute, each between
 * a half and the whole of that, so that a fleet does not come back at once. What a receiver asks
 * for is honoured up to five minutes.
 */
public final class Backoff {

  static final Duration FIRST = Duration.ofSeconds(1);
  static final Duration LONGEST = Duration.ofSeconds(30);
  static final Duration LONGEST_ASKED_FOR = Duration.ofMinutes(5);

  private final DoubleSupplier random;

  /**
   * A back-off.
   *
   * @param random gives numbers from 0 to 1
   */
  public Backoff(DoubleSupplier random) {
    this.random = random;
  }

  /**
   * The wait in nanoseconds.
   *
   * @param attempt how often it has failed, from 1
   */
  long nanos(int attempt) {
    int doublings = Math.min(attempt - 1, 10);
    long full = Math.min(LONGEST.toNanos(), FIRST.toNanos() << doublings);
    return (long) (full * (0.5 + random.getAsDouble() / 2));
  }

  static long asked(Duration retryAfter) {
    if (retryAfter.isNegative()) {
      return 0;
    }
    return (retryAfter.compareTo(LONGEST_ASKED_FOR) > 0 ? LONGEST_ASKED_FOR : retryAfter).toNanos();
  }
}
