// SPDX-License-Identifier: Apache-2.0
package dev.clew.exporter.internal.journal;

import java.util.Arrays;

/**
 * The numbers of records that are not for one reader, as ranges. Filled before anybody reads; for
 * any thread then.
 */
final class Skips {

  private long[] from = {};
  private long[] to = {};

  /** Adds a number larger than all before. */
  void add(long number) {
    int last = to.length - 1;
    if (last >= 0 && to[last] == number) {
      to[last]++;
      return;
    }
    from = Arrays.copyOf(from, last + 2);
    to = Arrays.copyOf(to, last + 2);
    from[last + 1] = number;
    to[last + 1] = number + 1;
  }

  /** How many of them are in a range. */
  long between(long start, long end) {
    long count = 0;
    for (int i = 0; i < to.length; i++) {
      count += Math.max(0, Math.min(end, to[i]) - Math.max(start, from[i]));
    }
    return count;
  }
}
