// SPDX-License-Identifier: Apache-2.0
package dev.clew.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the parts of {@link DataSourceContract} have in common: a database with one table. */
abstract class DataSourceFixture {

  /** The rows of {@code clew_orders}. */
  static final int ROWS = 3;

  @RegisterExtension final TracingExtension tracing = TracingExtension.create();

  DataSource plain;
  DataSource traced;

  /** The database, without tracing; every connection sees the same data. */
  protected abstract DataSource dataSource() throws Exception;

  /** Puts the adapter's tracing around a DataSource. */
  protected abstract DataSource trace(DataSource dataSource);

  /** What {@code db.system.name} is to say. */
  protected abstract String system();

  /** What {@code db.namespace} is to say. */
  protected abstract String namespace();

  /** What {@code db.response.status_code} is to say of a table that does not exist. */
  protected abstract String unknownTable();

  @BeforeEach
  void createTable() throws Exception {
    plain = dataSource();
    traced = trace(plain);
    try (Connection connection = plain.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE TABLE clew_orders (id INT NOT NULL PRIMARY KEY, name VARCHAR(50), price INT)");
      for (int id = 1; id <= ROWS; id++) {
        statement.execute("INSERT INTO clew_orders VALUES (" + id + ", 'item" + id + "', 10)");
      }
    }
  }

  @AfterEach
  void dropTable() throws SQLException {
    try (Connection connection = plain.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("DROP TABLE clew_orders");
    }
  }

  /** Something to do with a database. */
  interface Work<T> {
    T with(Connection connection) throws Exception;
  }

  final <T> T traced(Work<T> work) throws Exception {
    try (Connection connection = traced.getConnection()) {
      return work.with(connection);
    }
  }

  final <T> T plain(Work<T> work) throws Exception {
    try (Connection connection = plain.getConnection()) {
      return work.with(connection);
    }
  }

  final <T> T inSpan(String name, Work<T> work) throws Exception {
    Span span = tracing.tracer().spanBuilder(name).startSpan();
    try {
      return Context.current().with(span).wrap(() -> traced(work)).call();
    } finally {
      span.end();
    }
  }

  /** A DataSource that gives these connections, or throws instead. */
  static DataSource source(Callable<Connection> connections) {
    return (DataSource)
        Proxy.newProxyInstance(
            DataSourceFixture.class.getClassLoader(),
            new Class<?>[] {DataSource.class},
            (proxy, method, arguments) -> connections.call());
  }

  /** As a pool gives it: closing it does nothing. */
  static Connection unclosed(Connection connection) {
    return (Connection)
        Proxy.newProxyInstance(
            DataSourceFixture.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) ->
                method.getName().equals("close") ? null : method.invoke(connection, arguments));
  }

  final FinishedSpan querySpan() {
    FinishedSpan span = tracing.take(SpanKind.CLIENT);
    assertThat(span.text("db.system.name")).isEqualTo(system());
    assertThat(span.text("db.namespace")).isEqualTo(namespace());
    return span;
  }

  final void assertRowsRead(FinishedSpan span, long rows) {
    assertThat(span.attributes()).containsEntry("db.response.returned_rows", rows);
  }
}
