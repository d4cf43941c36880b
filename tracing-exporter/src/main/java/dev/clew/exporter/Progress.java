// SPDX-License-Identifier: Apache-2.0
package dev.clew.exporter;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Where callers wait for sender threads to get on. */
final class Progress {

  private static final Duration LONGEST = Duration.ofDays(365);

  /** Something may be true now that was not before. */
  synchronized void made() {
    notifyAll();
  }

  /**
   * Waits for something to become true. An interrupt ends the wait, and stays set.
   *
   * @return whether it is true
   */
  synchronized boolean await(Duration timeout, BooleanSupplier condition) {
    long nanos = (timeout.compareTo(LONGEST) > 0 ? LONGEST : timeout).toNanos();
    long end = System.nanoTime() + nanos;
    while (!condition.getAsBoolean()) {
      long left = end - System.nanoTime();
      if (left <= 0) {
        return false;
      }
      try {
        TimeUnit.NANOSECONDS.timedWait(this, left);
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        return condition.getAsBoolean();
      }
    }
    return true;
  }
}
