// SPDX-License-Identifier: Apache-2.0
package dev.clew.console.store.duckdb;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;

/** The embedded DuckDB: it holds nothing that outlives it. Safe for use by several threads. */
final class Database implements AutoCloseable {

  /** What it would otherwise keep beyond its limit: memory that is free, and threads that wait. */
  private static final List<String> FRUGAL =
      List.of(
          "allocator_flush_threshold = '8MB'",
          "write_buffer_row_group_count = 1",
          "async_threads = 2");

  private final DuckDBConnection first;

  private Database(DuckDBConnection first) {
    this.first = first;
  }

  /**
   * Starts it.
   *
   * @param memory bytes
   * @param overflow a directory for what does not fit
   */
  static Database start(long memory, Path overflow) throws SQLException, IOException {
    Files.createDirectories(overflow);
    Properties properties = new Properties();
    properties.setProperty("memory_limit", memory + "B");
    properties.setProperty("temp_directory", overflow.toString());
    properties.setProperty("preserve_insertion_order", "false");
    // Not by DriverManager, which in a server looks for drivers before applications are there.
    DuckDBConnection connection =
        (DuckDBConnection) new DuckDBDriver().connect("jdbc:duckdb:", properties);
    try (Statement statement = connection.createStatement()) {
      // Files never change, so what is known of them stays true.
      statement.execute("SET parquet_metadata_cache = true");
      for (String thrift : FRUGAL) {
        statement.execute("SET " + thrift);
      }
    }
    return new Database(connection);
  }

  /** Another connection, for one thread. */
  DuckDBConnection connect() throws SQLException {
    return first.duplicate();
  }

  @Override
  public void close() throws SQLException {
    first.close();
  }
}
