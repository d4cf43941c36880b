// SPDX-License-Identifier: Apache-2.0
package dev.clew.testkit;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** A lock over something that tests wait for. */
final class WaitingLock extends ReentrantLock {

  private static final long serialVersionUID = 1;

  @SuppressWarnings("serial") // Nobody writes one.
  private final Condition changed = newCondition();

  /** Does something while nobody else does. */
  <T> T with(Supplier<T> action) {
    lock();
    try {
      return action.get();
    } finally {
      unlock();
    }
  }

  /** Lets those look again who wait; under the lock. */
  void changed() {
    changed.signalAll();
  }

  /** Gives up at the limit; the caller, under the lock, looks what is there. */
  void await(BooleanSupplier condition, Duration limit) {
    long left = limit.toNanos();
    try {
      while (!condition.getAsBoolean() && left > 0) {
        left = changed.awaitNanos(left);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
