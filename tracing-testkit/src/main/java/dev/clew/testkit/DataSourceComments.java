// SPDX-License-Identifier: Apache-2.0
package dev.clew.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** The part of {@link DataSourceContract} about comments that lead to the trace. */
abstract class DataSourceComments extends DataSourceParameters {

  private static final String QUERY = "SELECT id FROM clew_orders";
  private static final String PREPARED = QUERY + " WHERE id = ?";

  private final List<String> sent = new CopyOnWriteArrayList<>();

  @Test
  void statementsCarryTheirSpanWhereAskedFor() throws Exception {
    comment("statements");
    try (Connection connection = listened()) {
      assertThat(rows(connection, QUERY)).isEqualTo(ROWS);
      assertThat(prepared(connection)).isEqualTo(1);
    }

    FinishedSpan query = querySpan();
    assertThat(sent).containsExactly(QUERY + comment(query), PREPARED);
    assertThat(query.text("db.query.text")).isEqualTo(QUERY);
    assertThat(querySpan().text("db.query.text")).isEqualTo(PREPARED);
  }

  @Test
  void preparedStatementsCarryTheSpanThatPreparedThem() throws Exception {
    comment("all");
    inSpan(
        "parent",
        other -> {
          try (Connection connection = listened()) {
            return prepared(connection);
          }
        });

    FinishedSpan query = querySpan();
    assertThat(sent).containsExactly(PREPARED + comment(tracing.take("parent")));
    assertThat(query.text("db.query.text")).isEqualTo(PREPARED);
  }

  @Test
  void nothingIsSaidOfWhatIsNotRecorded() throws Exception {
    tracing.configure(Map.of("clew.jdbc.sqlcommenter", "all", "otel.traces.sampler", "always_off"));
    try (Connection connection = listened()) {
      assertThat(rows(connection, QUERY)).isEqualTo(ROWS);
      assertThat(prepared(connection)).isEqualTo(1);
    }

    assertThat(sent).containsExactly(QUERY, PREPARED);
  }

  private void comment(String which) {
    tracing.configure(Map.of("clew.jdbc.sqlcommenter", which));
  }

  private static String comment(FinishedSpan span) {
    return " /*traceparent='00-%s-%s-%02x'*/"
        .formatted(span.traceId(), span.spanId(), span.flags() & 0xff);
  }

  private static int prepared(Connection connection) throws Exception {
    try (PreparedStatement statement = connection.prepareStatement(PREPARED)) {
      statement.setInt(1, 1);
      return rows(statement.executeQuery());
    }
  }

  /** A traced connection, with somebody behind who writes down what is sent. */
  private Connection listened() throws Exception {
    Connection behind = plain.getConnection();
    return trace(source(() -> listening(behind, Connection.class))).getConnection();
  }

  private <T> T listening(T target, Class<T> type) {
    return type.cast(
        Proxy.newProxyInstance(
            DataSourceComments.class.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              if (arguments != null && arguments[0] instanceof String sql) {
                sent.add(sql);
              }
              try {
                Object result = method.invoke(target, arguments);
                return method.getName().equals("createStatement")
                    ? listening((Statement) result, Statement.class)
                    : result;
              } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
              }
            }));
  }
}
