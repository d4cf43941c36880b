// SPDX-License-Identifier: Apache-2.0
package dev.clew.console.store.duckdb;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * How long files are kept.
 *
 * @param age since the end of the hour in which their spans came
 * @param bytes of all files together; the oldest go first
 */
record Retention(Duration age, long bytes) {

  /** Files that are kept no longer. */
  List<DataFile> expired(List<DataFile> files, Instant now) {
    List<DataFile> expired = new ArrayList<>();
    long kept = files.stream().mapToLong(DataFile::bytes).sum();
    List<DataFile> oldestFirst = new ArrayList<>(files);
    oldestFirst.sort(
        (a, b) -> {
          int byHour = a.hour().compareTo(b.hour());
          return byHour != 0 ? byHour : Long.compare(a.number(), b.number());
        });
    for (DataFile file : oldestFirst) {
      if (kept > bytes || isOld(file, now)) {
        expired.add(file);
        kept -= file.bytes();
      }
    }
    return expired;
  }

  private boolean isOld(DataFile file, Instant now) {
    return Hour.end(file.hour()).map(end -> end.plus(age).isBefore(now)).orElse(false);
  }
}
