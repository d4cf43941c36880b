// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.sampler;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Gives out so many in each second of a monotonic clock. One number holds the whole state: the
 * second, and how many were taken in it. Thread-safe.
 */
final class Reservoir {

  static final long SECOND = 1_000_000_000L;

  private static final int COUNT_BITS = 24;
  private static final long COUNT = (1L << COUNT_BITS) - 1;

  private final AtomicLong window = new AtomicLong();

  /**
   * Takes one, where there is one left in this second.
   *
   * @param elapsed nanoseconds since some time before the first call, plus a second
   * @param limit a second; more than 16 million are that many
   */
  boolean take(long elapsed, long limit) {
    long second = elapsed / SECOND << COUNT_BITS;
    while (true) {
      long current = window.get();
      long start = Math.max(second, current & ~COUNT);
      long taken = start == (current & ~COUNT) ? current & COUNT : 0;
      if (taken >= Math.min(limit, COUNT)) {
        return false;
      }
      if (window.compareAndSet(current, start | taken + 1)) {
        return true;
      }
    }
  }
}
