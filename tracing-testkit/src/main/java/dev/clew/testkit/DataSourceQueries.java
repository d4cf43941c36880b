// SPDX-License-Identifier: Apache-2.0
package dev.clew.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.StatusCode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The part of {@link DataSourceContract} about queries, and when their spans end. */
abstract class DataSourceQueries extends DataSourceFixture {

  private static final String ALL = "SELECT id, name FROM clew_orders";

  @Test
  void queryIsAChildOfWhatIsCurrent() throws Exception {
    int rows = inSpan("parent", connection -> rows(connection, ALL + " WHERE name <> 'S3cret'"));

    assertThat(rows).isEqualTo(ROWS);
    FinishedSpan query = querySpan();
    assertThat(query.isChildOf(tracing.take("parent"))).isTrue();
    assertThat(query.name()).isEqualTo("SELECT clew_orders");
    assertThat(query.status()).isEqualTo(StatusCode.UNSET);
    assertThat(query.attributes())
        .containsEntry("db.operation.name", "SELECT")
        .containsEntry("db.collection.name", "clew_orders")
        .containsEntry("db.query.summary", "SELECT clew_orders")
        .containsEntry("db.query.text", ALL + " WHERE name <> ?")
        .containsKeys("clew.db.execution_time", "clew.db.fetch_time");
    assertThat((double) query.attributes().get("clew.db.fetch_time")).isPositive();
    assertRowsRead(query, ROWS);
  }

  @Test
  void valuesOfParametersAreNotRecorded() throws Exception {
    String sql = "SELECT id FROM clew_orders WHERE name = ?";
    traced(
        connection -> {
          try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, "S3cret");
            return rows(statement.executeQuery());
          }
        });

    FinishedSpan query = querySpan();
    assertThat(query.text("db.query.text")).isEqualTo(sql);
    assertThat(query.toString()).doesNotContain("S3cret");
    assertRowsRead(query, 0);
  }

  @Test
  void preparedStatementHasASpanEachTime() throws Exception {
    traced(
        connection -> {
          try (PreparedStatement statement = connection.prepareStatement(ALL)) {
            return rows(statement.executeQuery()) + rows(statement.executeQuery());
          }
        });

    assertRowsRead(querySpan(), ROWS);
    assertRowsRead(querySpan(), ROWS);
  }

  @Test
  void spanEndsWhenAllRowsAreRead() throws Exception {
    traced(
        connection -> {
          try (Statement statement = connection.createStatement();
              ResultSet all = statement.executeQuery(ALL)) {
            while (all.next()) {
              assertThat(all.getInt(1)).isPositive();
            }
            assertRowsRead(querySpan(), ROWS);
          }
          return null;
        });
  }

  @Test
  void spanEndsWhenResultSetIsClosed() throws Exception {
    traced(
        connection -> {
          try (Statement statement = connection.createStatement()) {
            ResultSet all = statement.executeQuery(ALL);
            assertThat(all.next()).isTrue();
            all.close();
            assertRowsRead(querySpan(), 1);
          }
          return null;
        });
  }

  @Test
  void spanEndsWhenStatementIsClosed() throws Exception {
    traced(
        connection -> {
          Statement statement = connection.createStatement();
          assertThat(statement.executeQuery(ALL).next()).isTrue();
          statement.close();
          assertRowsRead(querySpan(), 1);
          return null;
        });
  }

  @Test
  @SuppressWarnings("resource") // This is about what is left open.
  void spanEndsWhenConnectionIsClosed() throws Exception {
    Connection connection = traced.getConnection();
    connection.createStatement().executeQuery(ALL);
    connection.createStatement().executeQuery(ALL).next();
    connection.close();

    assertThat(tracing.takeAll(2))
        .extracting(span -> span.attributes().get("db.response.returned_rows"))
        .containsExactlyInAnyOrder(0L, 1L);
  }

  @Test
  void spanEndsWhenStatementIsExecutedAgain() throws Exception {
    traced(
        connection -> {
          try (Statement statement = connection.createStatement()) {
            assertThat(statement.executeQuery(ALL).next()).isTrue();
            assertThat(statement.execute(ALL)).isTrue();
            assertRowsRead(querySpan(), 1);
            assertThat(statement.getResultSet()).isSameAs(statement.getResultSet());
            assertThat(rows(statement.getResultSet())).isEqualTo(ROWS);
            assertRowsRead(querySpan(), ROWS);
          }
          return null;
        });
  }

  @Test
  void spanEndsWhenTheNextResultIsAskedFor() throws Exception {
    traced(
        connection -> {
          try (Statement statement = connection.createStatement()) {
            assertThat(statement.execute(ALL)).isTrue();
            assertThat(statement.getMoreResults()).isFalse();
            assertRowsRead(querySpan(), 0);
          }
          return null;
        });
  }

  @Test
  void rowsAreNotCountedWhereTheCursorJumps() throws Exception {
    traced(
        connection -> {
          try (Statement statement =
                  connection.createStatement(
                      ResultSet.TYPE_SCROLL_INSENSITIVE, ResultSet.CONCUR_READ_ONLY);
              ResultSet all = statement.executeQuery(ALL)) {
            return all.last() && all.first() && all.next();
          }
        });

    assertThat(querySpan().attributes())
        .doesNotContainKeys("db.response.returned_rows", "clew.db.fetch_time");
  }

  @Test
  void nothingIsRecordedUnderAParentThatIsNot() throws Exception {
    tracing.configure(Map.of("otel.traces.sampler", "always_off"));
    int rows = inSpan("parent", connection -> rows(connection, ALL));

    assertThat(rows).isEqualTo(ROWS);
  }

  @Test
  void nothingIsRecordedWhereSwitchedOff() throws Exception {
    tracing.configure(Map.of("otel.instrumentation.jdbc.enabled", "false"));
    int rows = inSpan("parent", connection -> rows(connection, ALL));

    assertThat(rows).isEqualTo(ROWS);
    assertThat(tracing.takeOne().name()).isEqualTo("parent");
  }

  @Test
  void askingForMetaDataIsNoExecution() throws Exception {
    traced(
        connection -> {
          try (ResultSet tables = connection.getMetaData().getTables(null, null, "%", null)) {
            return tables.next();
          }
        });
  }

  static int rows(Connection connection, String sql) throws Exception {
    try (Statement statement = connection.createStatement()) {
      return rows(statement.executeQuery(sql));
    }
  }

  static int rows(ResultSet all) throws Exception {
    int rows = 0;
    while (all.next()) {
      rows++;
    }
    all.close();
    return rows;
  }
}
