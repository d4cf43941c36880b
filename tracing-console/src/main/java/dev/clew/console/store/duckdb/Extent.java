// SPDX-License-Identifier: Apache-2.0
package dev.clew.console.store.duckdb;

import java.util.List;

/** How many spans there are, and between which starts. */
record Extent(long rows, long minStart, long maxStart) {

  static final Extent NONE = new Extent(0, Long.MAX_VALUE, 0);

  Extent with(long start) {
    return new Extent(rows + 1, Math.min(minStart, start), Math.max(maxStart, start));
  }

  static Extent of(List<DataFile> files) {
    Extent all = NONE;
    for (DataFile file : files) {
      all =
          new Extent(
              all.rows + file.rows(),
              Math.min(all.minStart, file.minStart()),
              Math.max(all.maxStart, file.maxStart()));
    }
    return all;
  }
}
