// SPDX-License-Identifier: Apache-2.0
package dev.clew.console.store.duckdb;

import java.util.ArrayList;
import java.util.List;

/**
 * A time in which a search looks for spans that start in it. Whoever asks for the latest traces
 * gets them from a small one, and where little is found all of them together cost a third more than
 * to look everywhere at once.
 *
 * @param from the earliest start, nanoseconds since 1970
 * @param to the latest start, included
 */
record Window(long from, long to) {

  /** Of the first window: about as many spans as are looked at in some ten milliseconds. */
  static final long FIRST_ROWS = 200_000;

  private static final int GROWTH = 4;

  /**
   * Windows that together are a time, the latest first; each has about four times the spans of the
   * one before.
   *
   * @param firstRows how many spans the first has, about
   */
  static List<Window> of(List<DataFile> files, long from, long to, long firstRows) {
    List<DataFile> within = files.stream().filter(file -> file.overlaps(from, to)).toList();
    long end = within.stream().mapToLong(DataFile::maxStart).max().orElse(from);
    List<Window> windows = new ArrayList<>();
    long latest = to;
    long all = Extent.of(within).rows();
    for (long rows = firstRows; rows < all && latest > from; rows = GROWTH * rows) {
      long start = startOfLatest(rows, within, from, Math.min(end, latest));
      if (start > from && start <= latest) {
        windows.add(new Window(start, latest));
        latest = start - 1;
      }
    }
    windows.add(new Window(from, latest));
    return windows;
  }

  /** The latest time from which on files have about so many spans, up to an end. */
  private static long startOfLatest(long rows, List<DataFile> files, long from, long end) {
    long early = from;
    long late = end;
    while (early < late) {
      long middle = early + (late - early) / 2 + 1;
      double after = files.stream().mapToDouble(file -> file.rowsBetween(middle, end)).sum();
      if (after >= rows) {
        early = middle;
      } else {
        late = middle - 1;
      }
    }
    return early;
  }
}
