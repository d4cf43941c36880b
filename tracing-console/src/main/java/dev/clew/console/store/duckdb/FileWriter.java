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
 * Writes files: whole and on the disk before they have their name. Minutes lie one after another in
 * them, so that a search for a time reads little of a file; within a minute the spans of a trace
 * lie together, so that reading a trace does. Safe for use by several threads.
 */
final class FileWriter {

  static final String UNFINISHED = ".tmp";

  /** Small groups of rows: others are skipped by their bounds, or by the ids that they can have. */
  private static final int GROUP = 16_384;

  /** Of the rows of a new file; files that are put together keep theirs, one after another. */
  static final String ORDER = "start_ns // 60000000000, trace_id, start_ns";

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
          "COPY (%s) TO %s (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE %d)"
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
