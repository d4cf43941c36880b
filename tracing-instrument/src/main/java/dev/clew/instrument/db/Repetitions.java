// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.db;

import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Counts by key, in a table that never grows: 32 kB. Where there is no room for another key, the
 * one that was counted longest ago, of eight, is forgotten. Knows keys by 47 of their bits, so of
 * two different ones that follow each other closely fewer than one pair in 10<sup>13</sup> is taken
 * for one. Thread-safe, without locks; nothing is allocated.
 */
final class Repetitions {

  /** What is counted no further. */
  static final int MAX = 0xffff;

  private static final int WAYS = 8;
  private static final int SETS = 512;

  private static final int STAMP_SHIFT = Integer.numberOfTrailingZeros(MAX + 1);
  private static final int STAMP_BITS = 10;
  private static final int STAMP_MASK = (1 << STAMP_BITS) - 1;
  private static final long TAG_MASK = -1L << STAMP_SHIFT + STAMP_BITS;

  /** Each element: tag, stamp of its last change, count; 0 where there is none. */
  private final AtomicLongArray table = new AtomicLongArray(SETS * WAYS);

  /**
   * Counts once more.
   *
   * @param key whose bits are all as good as random
   * @return how often that was, this time included; at most {@link #MAX}
   */
  int count(long key) {
    while (true) {
      long place = place(key);
      long before = table.get((int) place);
      int count = Math.min(MAX, countOf(before, key) + 1);
      if (put(place, before, key, count)) {
        return count;
      }
    }
  }

  /**
   * Keeps the highest number, for a key that is not counted as well.
   *
   * @return whether the number is higher than those before
   */
  boolean isHighest(long key, int number) {
    while (true) {
      long place = place(key);
      long before = table.get((int) place);
      if (countOf(before, key) >= number) {
        return false;
      }
      if (put(place, before, key, number)) {
        return true;
      }
    }
  }

  private static int countOf(long element, long key) {
    return isOf(element, key) ? (int) element & MAX : 0;
  }

  private static boolean isOf(long element, long key) {
    return ((element ^ key) & TAG_MASK) == 0;
  }

  private boolean put(long place, long before, long key, int count) {
    long stamp = place >>> Integer.SIZE;
    return table.compareAndSet((int) place, before, key & TAG_MASK | stamp << STAMP_SHIFT | count);
  }

  /**
   * Where the key is, or where it may be put; above that, the stamp that is one later than all in
   * its set, whose places are taken one after the other.
   */
  private long place(long key) {
    int first = ((int) key & SETS - 1) * WAYS;
    int at = first;
    long oldest = table.getPlain(first);
    long newest = oldest;
    boolean found = false;
    for (int i = first; i < first + WAYS; i++) {
      long element = table.getPlain(i);
      if (element == 0) {
        at = found ? at : i;
        break;
      }
      newest = isOlder(newest, element) ? element : newest;
      if (isOf(element, key)) {
        found = true;
        at = i;
      } else if (!found && isOlder(element, oldest)) {
        oldest = element;
        at = i;
      }
    }
    return (long) (stampOf(newest) + 1 & STAMP_MASK) << Integer.SIZE | at;
  }

  private static int stampOf(long element) {
    return (int) (element >>> STAMP_SHIFT) & STAMP_MASK;
  }

  /** Stamps start over, so what counts is the shorter way round. */
  private static boolean isOlder(long element, long other) {
    return stampOf(element) - stampOf(other) << Integer.SIZE - STAMP_BITS < 0;
  }
}
