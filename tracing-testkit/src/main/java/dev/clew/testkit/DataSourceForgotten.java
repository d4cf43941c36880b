// SPDX-License-Identifier: Apache-2.0
package dev.clew.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** The part of {@link DataSourceContract} about queries that nobody closes. */
@SuppressWarnings("resource") // This is about what is left open.
abstract class DataSourceForgotten extends DataSourceRepeats {

  private static final int ATTEMPTS = 200;
  private static final String LEFT_OPEN = "SELECT name FROM clew_orders";

  @Test
  void spanEndsAfterStatementIsForgotten() throws Exception {
    traced(
        connection -> {
          leaveOpen(connection);
          assertAbandonedAfterCollection();
          return null;
        });
  }

  @Test
  void spanEndsAfterConnectionIsForgotten() throws Exception {
    try (Connection behind = plain.getConnection()) {
      leaveOpen(trace(source(() -> behind)).getConnection());
      assertAbandonedAfterCollection();
    }
  }

  @Test
  void statementThatIsReadIsNotForgotten() throws Exception {
    traced(
        connection -> {
          var all = connection.createStatement().executeQuery(LEFT_OPEN);
          System.gc();
          traced(other -> rows(other, "SELECT id FROM clew_orders"));
          assertRowsRead(querySpan(), ROWS);
          assertThat(rows(all)).isEqualTo(ROWS);
          assertThat(querySpan().attributes()).doesNotContainKey("clew.db.abandoned");
          return null;
        });
  }

  private static void leaveOpen(Connection connection) throws SQLException {
    assertThat(connection.createStatement().executeQuery(LEFT_OPEN).next()).isTrue();
  }

  private void assertAbandonedAfterCollection() throws Exception {
    for (int attempts = 0; attempts < ATTEMPTS; attempts++) {
      System.gc();
      traced(other -> rows(other, "SELECT id FROM clew_orders"));
      FinishedSpan first = querySpan();
      if (first.attributes().containsKey("clew.db.abandoned")) {
        assertRowsRead(first, 1);
        assertRowsRead(querySpan(), ROWS);
        return;
      }
    }
    throw new AssertionError("the span of a query that was left open has not ended");
  }
}
