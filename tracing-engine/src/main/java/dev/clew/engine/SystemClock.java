// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine;

import java.time.Instant;

/**
 * The machine's clocks. The wall clock is read at most ten times a second, whatever the load: in
 * between, a root costs one read of the monotonic clock, and roots keep their order.
 */
final class SystemClock implements Clock {

  private static final long VALID_NANOS = 100_000_000;

  /** A pair of readings further apart than this was interrupted; it is taken again. */
  private static final long PRECISE_NANOS = 10_000;

  private static final int ATTEMPTS = 3;

  private volatile Anchor anchor = anchor();

  @Override
  public long nanoTime() {
    return System.nanoTime();
  }

  @Override
  public long epochOffset(long nanoTime) {
    Anchor current = anchor;
    if (nanoTime - current.validUntil > 0) {
      current = anchor();
      anchor = current;
    }
    return current.offset;
  }

  /** The best of a few pairs of readings: a thread may lose its processor between the two. */
  private static Anchor anchor() {
    long best = Long.MAX_VALUE;
    long offset = 0;
    long before = 0;
    for (int attempt = 0; attempt < ATTEMPTS && best > PRECISE_NANOS; attempt++) {
      before = System.nanoTime();
      Instant wall = Instant.now();
      long between = System.nanoTime() - before;
      if (between < best) {
        best = between;
        offset = Times.epochNanos(wall) - (before + between / 2);
      }
    }
    return new Anchor(offset, before + VALID_NANOS);
  }

  private static final class Anchor {

    final long offset;
    final long validUntil;

    Anchor(long offset, long validUntil) {
      this.offset = offset;
      this.validUntil = validUntil;
    }
  }
}
