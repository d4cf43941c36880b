// SPDX-License-Identifier: Apache-2.0
package dev.clew.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.context.Context;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** The part of {@link DataSourceContract} about statements that are executed again and again. */
abstract class DataSourceRepeats extends DataSourceChanges {

  private static final String MARK = "clew.db.nplusone.detected";
  private static final String ONE = "SELECT name FROM clew_orders WHERE id = ?";
  private static final String OTHER = "UPDATE clew_orders SET price = ? WHERE id = 1";
  private static final int DEFAULT_THRESHOLD = 10;

  @Test
  void statementRepeatedTooOftenMarksItsParent() throws Exception {
    inSpan("parent", connection -> repeat(connection, ONE, DEFAULT_THRESHOLD + 1));

    FinishedSpan parent = parentOf(DEFAULT_THRESHOLD + 1);
    assertThat(parent.attributes())
        .containsEntry(MARK, true)
        .containsEntry("clew.db.nplusone.query", "SELECT clew_orders")
        .containsEntry("clew.db.nplusone.count", DEFAULT_THRESHOLD + 1L);
  }

  @Test
  void statementRepeatedOftenEnoughDoesNot() throws Exception {
    inSpan("parent", connection -> repeat(connection, ONE, DEFAULT_THRESHOLD));

    assertThat(parentOf(DEFAULT_THRESHOLD).attributes()).doesNotContainKey(MARK);
  }

  @Test
  void executionsAreCountedOverConnectionsAndStatements() throws Exception {
    inSpan(
        "parent",
        first -> {
          for (int i = 0; i < DEFAULT_THRESHOLD; i++) {
            traced(connection -> repeat(connection, ONE, 1));
          }
          return rows(first, "SELECT price FROM clew_orders");
        });

    assertThat(parentOf(DEFAULT_THRESHOLD + 1).attributes()).containsEntry(MARK, true);
  }

  @Test
  void executionsAreCountedOverThreads() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      inSpan(
          "parent",
          first -> {
            Context context = Context.current();
            for (int i = 0; i < 2; i++) {
              Future<Integer> half =
                  threads.submit(
                      context.wrap(() -> traced(c -> repeat(c, ONE, DEFAULT_THRESHOLD))));
              half.get();
            }
            return null;
          });
    } finally {
      threads.shutdownNow();
    }

    assertThat(parentOf(2 * DEFAULT_THRESHOLD).attributes())
        .containsEntry("clew.db.nplusone.count", 2L * DEFAULT_THRESHOLD);
  }

  @Test
  void executionsBelowOtherParentsDoNotCount() throws Exception {
    for (int i = 0; i < 3; i++) {
      inSpan("parent", connection -> repeat(connection, ONE, DEFAULT_THRESHOLD));
    }

    assertThat(tracing.takeAll(3 * (DEFAULT_THRESHOLD + 1)))
        .noneMatch(span -> span.attributes().containsKey(MARK));
  }

  @Test
  void mostRepeatedStatementIsNamed() throws Exception {
    inSpan(
        "parent",
        connection ->
            repeat(connection, ONE, DEFAULT_THRESHOLD + 1)
                + repeat(connection, OTHER, DEFAULT_THRESHOLD + 3)
                + repeat(connection, ONE, 1));

    assertThat(parentOf(2 * DEFAULT_THRESHOLD + 5).attributes())
        .containsEntry("clew.db.nplusone.query", "UPDATE clew_orders")
        .containsEntry("clew.db.nplusone.count", DEFAULT_THRESHOLD + 3L);
  }

  @Test
  void batchesAreCountedAsWhatTheyAre() throws Exception {
    inSpan("parent", connection -> batches(connection, DEFAULT_THRESHOLD + 1));

    assertThat(parentOf(DEFAULT_THRESHOLD + 1).attributes())
        .containsEntry("clew.db.nplusone.query", "BATCH UPDATE clew_orders");
  }

  @Test
  void thresholdCanBeSetAndSwitchedOff() throws Exception {
    tracing.configure(Map.of("clew.jdbc.nplusone.threshold", "2"));
    inSpan("parent", connection -> repeat(connection, ONE, 3));
    assertThat(parentOf(3).attributes()).containsEntry(MARK, true);

    tracing.configure(Map.of("clew.jdbc.nplusone.threshold", "0"));
    inSpan("parent", connection -> repeat(connection, ONE, 50));
    assertThat(parentOf(50).attributes()).doesNotContainKey(MARK);
  }

  private FinishedSpan parentOf(int executions) {
    List<FinishedSpan> spans = tracing.takeAll(executions + 1);
    List<FinishedSpan> marked =
        spans.stream().filter(s -> s.attributes().containsKey(MARK)).toList();
    FinishedSpan parent = spans.stream().filter(FinishedSpan::isRoot).findFirst().orElseThrow();
    assertThat(marked.isEmpty() || marked.equals(List.of(parent))).isTrue();
    return parent;
  }

  private static int repeat(Connection connection, String sql, int times) throws Exception {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < times; i++) {
        statement.setInt(1, 1);
        if (statement.execute()) {
          rows(statement.getResultSet());
        }
      }
      return times;
    }
  }

  private static int batches(Connection connection, int times) throws Exception {
    try (PreparedStatement statement = connection.prepareStatement(OTHER)) {
      for (int i = 0; i < times; i++) {
        for (int price = 1; price <= 2; price++) {
          statement.setInt(1, price);
          statement.addBatch();
        }
        statement.executeBatch();
      }
      return times;
    }
  }
}
