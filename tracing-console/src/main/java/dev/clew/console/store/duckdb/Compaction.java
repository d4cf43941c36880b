// SPDX-License-Identifier: Apache-2.0
package dev.clew.console.store.duckdb;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which files are to become one. Those of an hour that are about as large are, as soon as there are
 * enough of them, so that a span is written again only a few times; and those of an hour that is
 * over, whatever their size.
 */
final class Compaction {

  /** How many files of a size become one. */
  static final int WIDTH = 8;

  /** Files of this many spans are left as they are. */
  static final long LARGE = 2_000_000;

  private Compaction() {}

  /** Files of one hour to put together; none where nothing is to be done. */
  static List<DataFile> choose(List<DataFile> files, Instant now) {
    Map<Path, List<DataFile>> hours = new TreeMap<>();
    for (DataFile file : files) {
      if (file.rows() < LARGE) {
        hours.computeIfAbsent(file.hour(), hour -> new java.util.ArrayList<>()).add(file);
      }
    }
    for (Map.Entry<Path, List<DataFile>> hour : hours.entrySet()) {
      boolean over = Hour.end(hour.getKey()).map(now::isAfter).orElse(false);
      List<DataFile> chosen = over ? bounded(hour.getValue()) : ofOneSize(hour.getValue());
      if (chosen.size() > 1) {
        return chosen;
      }
    }
    return List.of();
  }

  /** The first ones that together are not too large. */
  private static List<DataFile> bounded(List<DataFile> files) {
    long rows = 0;
    int count = 0;
    while (count < files.size() && (rows += files.get(count).rows()) <= 2 * LARGE) {
      count++;
    }
    return files.subList(0, count);
  }

  private static List<DataFile> ofOneSize(List<DataFile> files) {
    Map<Integer, List<DataFile>> sizes = new TreeMap<>();
    for (DataFile file : files) {
      int size = (int) (Math.log(Math.max(1, file.rows())) / Math.log(WIDTH));
      sizes.computeIfAbsent(size, any -> new java.util.ArrayList<>()).add(file);
    }
    return sizes.values().stream()
        .filter(same -> same.size() >= WIDTH)
        .findFirst()
        .map(Compaction::bounded)
        .orElse(List.of());
  }
}
