// SPDX-License-Identifier: Apache-2.0
package dev.clew.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The part of {@link DataSourceContract} about values of parameters that are listed. */
abstract class DataSourceParameters extends DataSourceTransactions {

  private static final String PREFIX = "db.query.parameter.";
  private static final String QUERY =
      "SELECT id FROM clew_orders WHERE id = ? AND name = ? AND price > ?";

  @Test
  void valuesAreRecordedOfListedColumnsOnly() throws Exception {
    list("ID, price");
    traced(connection -> query(connection));

    FinishedSpan query = querySpan();
    assertThat(query.attributes())
        .containsEntry(PREFIX + "ID", "1")
        .containsEntry(PREFIX + "price", "5")
        .containsEntry("db.query.text", QUERY)
        .doesNotContainKey(PREFIX + "name");
    assertThat(query.toString()).doesNotContain("S3cret");
  }

  private static int query(Connection connection) throws Exception {
    try (PreparedStatement statement = connection.prepareStatement(QUERY)) {
      statement.setInt(1, 1);
      statement.setString(2, "S3cret");
      statement.setObject(3, new BigDecimal(5), Types.INTEGER);
      return rows(statement.executeQuery());
    }
  }

  @Test
  void valuesStayUntilTheyAreSetAnewOrCleared() throws Exception {
    list("name");
    traced(
        connection -> {
          try (PreparedStatement statement =
              connection.prepareStatement("UPDATE clew_orders SET name = ? WHERE id = 2")) {
            statement.setString(1, "first");
            statement.executeUpdate();
            statement.executeUpdate();
            statement.setNull(1, Types.VARCHAR);
            statement.executeUpdate();
            statement.clearParameters();
            statement.setCharacterStream(1, new StringReader("streamed"), 8);
            return statement.executeUpdate();
          }
        });

    assertThat(querySpan().text(PREFIX + "name")).isEqualTo("first");
    assertThat(querySpan().text(PREFIX + "name")).isEqualTo("first");
    assertThat(querySpan().text(PREFIX + "name")).isEqualTo("null");
    assertThat(querySpan().text(PREFIX + "name")).isNull();
  }

  @Test
  void longValuesAreCut() throws Exception {
    list("name");
    traced(
        connection -> {
          try (PreparedStatement statement =
              connection.prepareStatement("SELECT id FROM clew_orders WHERE name = ?")) {
            statement.setString(1, "x".repeat(1000));
            return rows(statement.executeQuery());
          }
        });

    assertThat(querySpan().text(PREFIX + "name")).hasSize(256);
  }

  @Test
  void valuesOfBatchesAreNotRecorded() throws Exception {
    list("name");
    traced(
        connection -> {
          try (PreparedStatement statement =
              connection.prepareStatement("UPDATE clew_orders SET name = ? WHERE id = 2")) {
            return batch(statement);
          }
        });

    assertThat(querySpan().attributes()).doesNotContainKey(PREFIX + "name");
  }

  private static int batch(PreparedStatement statement) throws SQLException {
    for (int i = 0; i < 2; i++) {
      statement.setString(1, "S3cret");
      statement.addBatch();
    }
    return statement.executeBatch().length;
  }

  private void list(String names) {
    tracing.configure(Map.of("clew.db.query.parameters", names));
  }
}
