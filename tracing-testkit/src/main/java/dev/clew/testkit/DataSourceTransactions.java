// SPDX-License-Identifier: Apache-2.0
package dev.clew.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.SpanKind;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The part of {@link DataSourceContract} about transactions, where they are traced. */
abstract class DataSourceTransactions extends DataSourceAround {

  private static final String CHANGE = "UPDATE clew_orders SET price = 11";
  private static final int STATEMENTS = 2;

  @Test
  void transactionHasASpanFromFirstStatementToCommit() throws Exception {
    traceTransactions();
    inSpan(
        "parent",
        connection -> {
          connection.setAutoCommit(false);
          change(connection);
          change(connection);
          connection.commit();
          return null;
        });

    FinishedSpan parent = tracing.take("parent");
    FinishedSpan transaction = transaction("commit");
    assertThat(transaction.kind()).isEqualTo(SpanKind.INTERNAL);
    assertThat(transaction.isChildOf(parent)).isTrue();
    for (int i = 0; i < STATEMENTS; i++) {
      FinishedSpan statement = querySpan();
      assertThat(statement.isChildOf(parent)).isTrue();
      assertThat(statement.startNanos()).isGreaterThanOrEqualTo(transaction.startNanos());
      assertThat(statement.endNanos()).isLessThanOrEqualTo(transaction.endNanos());
    }
  }

  @Test
  void rollbackIsAnOutcomeAndRollbackToASavepointIsNone() throws Exception {
    traceTransactions();
    traced(
        connection -> {
          connection.setAutoCommit(false);
          change(connection);
          Savepoint savepoint = connection.setSavepoint();
          connection.rollback(savepoint);
          change(connection);
          connection.rollback();
          return null;
        });

    transaction("rollback");
    takeStatements(STATEMENTS);
  }

  @Test
  void eachTransactionHasASpan() throws Exception {
    traceTransactions();
    traced(
        connection -> {
          connection.setAutoCommit(false);
          change(connection);
          connection.commit();
          connection.commit();
          change(connection);
          connection.setAutoCommit(true);
          change(connection);
          return null;
        });

    transaction("commit");
    transaction("commit");
    takeStatements(STATEMENTS + 1);
  }

  @Test
  void closingLeavesTheOutcomeOpen() throws Exception {
    traceTransactions();
    try (Connection behind = plain.getConnection()) {
      Connection connection = trace(source(() -> unclosed(behind))).getConnection();
      connection.setAutoCommit(false);
      change(connection);
      connection.close();
      transaction("unknown");
      takeStatements(1);
      behind.rollback();
    }
  }

  @Test
  void withoutTransactionThereIsNoSpan() throws Exception {
    traceTransactions();
    traced(DataSourceTransactions::change);

    assertThat(tracing.takeOne().kind()).isEqualTo(SpanKind.CLIENT);
  }

  private void traceTransactions() {
    tracing.configure(Map.of("clew.jdbc.transactions", "true"));
  }

  private FinishedSpan transaction(String outcome) {
    FinishedSpan transaction = tracing.take("transaction " + namespace());
    assertThat(transaction.attributes())
        .containsEntry("db.system.name", system())
        .containsEntry("clew.db.transaction.outcome", outcome);
    return transaction;
  }

  private void takeStatements(int count) {
    for (int i = 0; i < count; i++) {
      querySpan();
    }
  }

  private static int change(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      return statement.executeUpdate(CHANGE);
    }
  }
}
