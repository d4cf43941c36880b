// SPDX-License-Identifier: Apache-2.0
package dev.clew.console.store.duckdb;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Parquet file. Its name says what is asked of it most, so that a directory is known without
 * opening a file.
 *
 * @param path in a directory of its {@link Hour}
 * @param number ascends with the time at which files were made
 * @param rows how many spans it holds; more than once, if they were sent so
 * @param minStart the earliest start of a span, nanoseconds since 1970
 * @param maxStart the latest one
 * @param bytes its size
 */
record DataFile(Path path, long number, long rows, long minStart, long maxStart, long bytes) {

  private static final Pattern NAME = Pattern.compile("(\\d{12})-(\\d+)-(\\d+)-(\\d+)\\.parquet");

  /** The file at a path; empty where it is none of ours. */
  static Optional<DataFile> at(Path path) throws IOException {
    Matcher name = NAME.matcher(path.getFileName().toString());
    if (!name.matches()) {
      return Optional.empty();
    }
    return Optional.of(
        new DataFile(
            path,
            Long.parseLong(name.group(1)),
            Long.parseLong(name.group(2)),
            Long.parseLong(name.group(3)),
            Long.parseLong(name.group(4)),
            Files.size(path)));
  }

  static String name(long number, Extent extent) {
    return String.format(
        "%012d-%d-%d-%d.parquet", number, extent.rows(), extent.minStart(), extent.maxStart());
  }

  Path hour() {
    return path.getParent();
  }

  boolean overlaps(long from, long to) {
    return minStart <= to && maxStart >= from;
  }

  /** About how many of its spans start in a time, as if they came evenly. */
  double rowsBetween(long from, long to) {
    double all = (double) maxStart - minStart + 1;
    double part = (double) Math.min(to, maxStart) - Math.max(from, minStart) + 1;
    return Math.max(0, part) / all * rows;
  }
}
