// SPDX-License-Identifier: Apache-2.0
package dev.clew.console.store.duckdb;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * Directories by the hour (UTC) in which spans came. Not by that of their starts: a sender with a
 * wrong clock would make any number of them, and have its spans deleted at once or never.
 */
final class Hour {

  private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH");

  private Hour() {}

  static Path directory(Path root, Instant time) {
    return root.resolve(NAME.format(time.atOffset(ZoneOffset.UTC)));
  }

  /** When the hour of a directory was over; empty where it is none of ours. */
  static Optional<Instant> end(Path directory) {
    try {
      return Optional.of(
          LocalDateTime.parse(directory.getFileName() + ":00")
              .plusHours(1)
              .toInstant(ZoneOffset.UTC));
    } catch (DateTimeParseException foreign) {
      return Optional.empty();
    }
  }
}
