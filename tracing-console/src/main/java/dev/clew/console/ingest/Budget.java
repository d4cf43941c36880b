// SPDX-License-Identifier: Apache-2.0
package dev.clew.console.ingest;

import java.util.concurrent.atomic.AtomicLong;

/** An amount that several share. Safe for use by several threads. */
final class Budget {

  private final long limit;
  private final AtomicLong taken = new AtomicLong();

  Budget(long limit) {
    this.limit = limit;
  }

  /** Takes an amount, if that much is left. */
  boolean take(long amount) {
    if (taken.addAndGet(amount) <= limit) {
      return true;
    }
    taken.addAndGet(-amount);
    return false;
  }

  void giveBack(long amount) {
    taken.addAndGet(-amount);
  }
}
