// SPDX-License-Identifier: Apache-2.0
package dev.clew.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.StatusCode;
import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The part of {@link DataSourceContract} about changes, batches and errors. */
abstract class DataSourceChanges extends DataSourceQueries {

  private static final String INSERT = "INSERT INTO clew_orders VALUES (?, ?, ?)";

  @Test
  void updateSaysHowManyRowsItChanged() throws Exception {
    int changed =
        traced(
            connection -> {
              try (Statement statement = connection.createStatement()) {
                return statement.executeUpdate("UPDATE clew_orders SET price = 12 WHERE id > 1");
              }
            });

    FinishedSpan update = querySpan();
    assertThat(changed).isEqualTo(ROWS - 1);
    assertThat(update.name()).isEqualTo("UPDATE clew_orders");
    assertThat(update.attributes())
        .containsEntry("clew.db.affected_rows", (long) changed)
        .containsEntry("db.query.text", "UPDATE clew_orders SET price = ? WHERE id > ?")
        .doesNotContainKey("db.response.returned_rows");
  }

  @Test
  void batchIsOneSpan() throws Exception {
    int[] counts =
        traced(
            connection -> {
              try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
                for (int id = 11; id <= 15; id++) {
                  insert(statement, id);
                }
                return statement.executeBatch();
              }
            });

    FinishedSpan batch = querySpan();
    assertThat(counts).containsExactly(1, 1, 1, 1, 1);
    assertThat(batch.name()).isEqualTo("BATCH INSERT clew_orders");
    assertThat(batch.attributes())
        .containsEntry("db.operation.batch.size", 5L)
        .containsEntry("db.operation.name", "BATCH INSERT")
        .containsEntry("db.query.text", INSERT)
        .containsEntry("clew.db.affected_rows", 5L);
  }

  @Test
  void batchOfOneHasNoSize() throws Exception {
    traced(
        connection -> {
          try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            insert(statement, 11);
            statement.clearBatch();
            insert(statement, 12);
            return statement.executeBatch();
          }
        });

    assertThat(querySpan().attributes()).doesNotContainKey("db.operation.batch.size");
  }

  @Test
  void batchOfDifferentStatementsShowsAllOfThem() throws Exception {
    traced(
        connection -> {
          try (Statement statement = connection.createStatement()) {
            statement.addBatch("INSERT INTO clew_orders VALUES (21, 'S3cret', 1)");
            statement.addBatch("DELETE FROM clew_orders WHERE name = 'S3cret'");
            return statement.executeBatch();
          }
        });

    FinishedSpan batch = querySpan();
    assertThat(batch.name()).isEqualTo("BATCH INSERT clew_orders DELETE clew_orders");
    assertThat(batch.text("db.query.text"))
        .isEqualTo(
            "INSERT INTO clew_orders VALUES (?, ?, ?); DELETE FROM clew_orders WHERE name = ?");
  }

  @Test
  void batchThatFailsGivesTheSameCounts() throws Exception {
    BatchUpdateException expected = plain(DataSourceChanges::failingBatch);
    BatchUpdateException actual = traced(DataSourceChanges::failingBatch);

    assertThat(actual.getUpdateCounts()).isEqualTo(expected.getUpdateCounts());
    FinishedSpan batch = querySpan();
    assertThat(batch.status()).isEqualTo(StatusCode.ERROR);
    assertThat(batch.attributes()).containsEntry("db.operation.batch.size", 3L);
  }

  private static BatchUpdateException failingBatch(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
    try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
      insert(statement, 31);
      insert(statement, 1);
      insert(statement, 32);
      int[] counts = statement.executeBatch();
      throw new AssertionError("a batch with a duplicate key: " + Arrays.toString(counts));
    } catch (BatchUpdateException failure) {
      return failure;
    } finally {
      connection.rollback();
    }
  }

  private static void insert(PreparedStatement statement, int id) throws SQLException {
    statement.setInt(1, id);
    statement.setString(2, "item");
    statement.setInt(3, 10);
    statement.addBatch();
  }

  @Test
  void errorIsTheDriversOwnAndIsRecorded() throws Exception {
    // Of the very same connection: some drivers say in their messages which one it was.
    Class<? extends Connection> drivers = plain(Connection::getClass);
    SQLException expected;
    SQLException actual;
    try (Connection connection = traced.getConnection()) {
      expected = failure(connection.unwrap(drivers));
      actual = failure(connection);
    }

    assertThat(actual.getClass()).isEqualTo(expected.getClass());
    assertThat(actual.getMessage()).isEqualTo(expected.getMessage());
    assertThat(actual.getSQLState()).isEqualTo(expected.getSQLState());
    assertThat(actual.getErrorCode()).isEqualTo(expected.getErrorCode());
    FinishedSpan query = querySpan();
    assertThat(query.status()).isEqualTo(StatusCode.ERROR);
    assertThat(query.statusMessage()).contains("SQLState " + expected.getSQLState());
    assertThat(query.attributes())
        .containsEntry("error.type", expected.getClass().getName())
        .containsEntry("db.response.status_code", unknownTable());
    assertThat(query.toString()).doesNotContain("S3cret");
  }

  private static SQLException failure(Connection connection) throws Exception {
    try {
      rows(connection, "SELECT * FROM nowhere WHERE name = 'S3cret'");
      throw new AssertionError("nowhere is a table");
    } catch (SQLException failure) {
      return failure;
    }
  }
}
