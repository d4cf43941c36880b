// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine.sampler;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What is known of each route, in a table that does not grow: where there is no room, routes share
 * a row. One that nobody has asked for in a minute makes room. Looking up neither locks nor
 * allocates. Thread-safe.
 *
 * @param <R> a row
 */
public final class RouteTable<R> {

  static final int ROWS = 512;

  private static final int WINDOW = 8;
  private static final long IDLE_NANOS = 60_000_000_000L;
  private static final long STALE_NANOS = 1_000_000_000L;

  private final AtomicReferenceArray<Slot<R>> slots = new AtomicReferenceArray<>(ROWS);
  private final Supplier<R> maker;
  private final R others;

  /** Nobody outside can know which routes would get into each other's way. */
  private final long seed = ThreadLocalRandom.current().nextLong();

  /** An empty table whose rows come from {@code maker}. */
  public RouteTable(Supplier<R> maker) {
    this.maker = maker;
    this.others = maker.get();
  }

  /**
   * The row of a route.
   *
   * @param hash of 64 bits: routes with the same one are the same
   * @param now of a monotonic clock, in nanoseconds
   */
  public R row(long hash, long now) {
    int home = home(hash);
    for (int i = 0; i < WINDOW; i++) {
      Slot<R> slot = slots.get(home + i & ROWS - 1);
      if (slot != null && slot.hash == hash) {
        slot.used(now);
        return slot.row;
      }
    }
    return newRow(hash, home, now);
  }

  private R newRow(long hash, int home, long now) {
    for (int i = 0; i < WINDOW; i++) {
      int place = home + i & ROWS - 1;
      Slot<R> slot = slots.get(place);
      if (slot == null || now - slot.lastUse > IDLE_NANOS) {
        Slot<R> made = new Slot<>(hash, maker.get(), now);
        Slot<R> other = slots.compareAndExchange(place, slot, made);
        slot = other == slot ? made : other;
      }
      if (slot.hash == hash) {
        return slot.row;
      }
    }
    return others;
  }

  /** Visits every row, that of the others too. */
  void forEach(Consumer<R> visitor) {
    visitor.accept(others);
    for (int i = 0; i < ROWS; i++) {
      Slot<R> slot = slots.get(i);
      if (slot != null) {
        visitor.accept(slot.row);
      }
    }
  }

  private int home(long hash) {
    long mixed = (hash ^ seed) * 0x9E3779B97F4A7C15L;
    return (int) (mixed >>> Long.SIZE - Integer.numberOfTrailingZeros(ROWS));
  }

  private static final class Slot<R> {
    final long hash;
    final R row;

    /** Written now and then only, so that processors can share it. */
    volatile long lastUse;

    Slot(long hash, R row, long now) {
      this.hash = hash;
      this.row = row;
      this.lastUse = now;
    }

    void used(long now) {
      if (now - lastUse > STALE_NANOS) {
        lastUse = now;
      }
    }
  }
}
