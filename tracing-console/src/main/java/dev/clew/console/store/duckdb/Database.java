// SPDX-License-Identifier: Apache-2.0
package dev.clew.console.store.duckdb;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.duckdb.DuckDBConnection;

/** The embedded DuckDB: it holds nothing that outlives it. Safe for use by several threads. */
final class Database implements AutoCloseable {

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
    DuckDBConnection connection =
        (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:", properties);
    try (Statement statement = connection.createStatement()) {
      // Files never change, so what is known of them stays true.
      statement.execute("SET parquet_metadata_cache = true");
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
