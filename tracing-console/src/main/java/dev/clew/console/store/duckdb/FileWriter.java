// SPDX-License-Identifier: Apache-2.0
package dev.clew.console.store.duckdb;

import dev.clew.console.files.Directories;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Writes files: whole and on the disk before they have their name. Spans of a trace lie together in
 * them, so that reading a trace reads little of a file. Safe for use by several threads.
 */
final class FileWriter {

  static final String UNFINISHED = ".tmp";

  /** Small groups of rows: a trace is in one of them, and others are skipped by their bounds. */
  private static final int GROUP = 16_384;

  private final AtomicLong lastNumber;

  FileWriter(long lastNumber) {
    this.lastNumber = new AtomicLong(lastNumber);
  }

  /** Writes what a query selects to a new file of an hour's directory. */
  DataFile write(Connection connection, String query, Path hour, Extent extent)
      throws SQLException, IOException {
    long number = lastNumber.incrementAndGet();
    Files.createDirectories(hour);
    Path path = hour.resolve(DataFile.name(number, extent));
    Path unfinished = hour.resolve(path.getFileName() + UNFINISHED);
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "COPY (%s ORDER BY trace_id, start_ns) TO %s (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE %d)"
              .formatted(query, Sql.literal(unfinished.toString()), GROUP));
      sync(unfinished);
      Files.move(unfinished, path, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(unfinished);
    }
    Directories.sync(hour);
    Directories.sync(hour.getParent());
    return DataFile.at(path).orElseThrow();
  }

  private static void sync(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }
}
