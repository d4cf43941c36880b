// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Time goes on when a test says so. */
final class ManualClock implements Clock {

  static final long START = 1_700_000_000_000_000_000L;
  private static final long NANO_ORIGIN = -5_000;

  private final AtomicLong nanoTime = new AtomicLong(NANO_ORIGIN);
  private final AtomicLong epochOffset = new AtomicLong(START - NANO_ORIGIN);
  private final AtomicInteger wallReads = new AtomicInteger();

  @Override
  public long nanoTime() {
    return nanoTime.get();
  }

  @Override
  public long epochOffset(long now) {
    wallReads.incrementAndGet();
    return epochOffset.get();
  }

  void advance(long nanos) {
    nanoTime.addAndGet(nanos);
  }

  /** Somebody sets the wall clock. */
  void stepWallClock(long nanos) {
    epochOffset.addAndGet(nanos);
  }

  int wallReads() {
    return wallReads.get();
  }
}
