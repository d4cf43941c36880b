// SPDX-License-Identifier: Apache-2.0
package dev.clew.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.OpenTelemetry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.sql.Wrapper;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/**
 * How every adapter of JDBC behaves. An adapter's test extends this and gives it a real database.
 *
 * <p>Beside what the methods say, each test fails on a span that is not finished, finished twice,
 * orphaned or too many, and on a scope that is left open on any thread: see {@link
 * TracingExtension}.
 */
public abstract class DataSourceContract extends DataSourceComments {

  private static final int THREADS = 8;

  /** For subclasses. */
  protected DataSourceContract() {}

  @Test
  void everyObjectLeadsBackToWhereItCameFrom() throws Exception {
    try (Connection connection = traced.getConnection();
        Statement statement = connection.createStatement();
        PreparedStatement prepared = connection.prepareStatement("SELECT id FROM clew_orders")) {
      try (ResultSet all = statement.executeQuery("SELECT id FROM clew_orders")) {
        assertThat(all.getStatement()).isSameAs(statement);
      }
      try (ResultSet all = prepared.executeQuery()) {
        assertThat(all.getStatement()).isSameAs(prepared);
      }
      assertThat(statement.getConnection()).isSameAs(connection);
      assertThat(prepared.getConnection()).isSameAs(connection);
      assertThat(connection.getMetaData().getConnection()).isSameAs(connection);
    }
    tracing.takeAll(2);
  }

  @Test
  void whatIsBehindCanBeReached() throws Exception {
    try (Connection connection = traced.getConnection();
        Connection other = plain.getConnection();
        Statement statement = connection.createStatement()) {
      assertUnwraps(traced, plain.getClass());
      assertUnwraps(connection, other.getClass());
      assertThat(connection.unwrap(Connection.class)).isSameAs(connection);
      assertThat(connection.unwrap(Object.class)).isSameAs(connection);
      assertThat(statement.unwrap(Statement.class)).isSameAs(statement);
    }
  }

  private static <T> void assertUnwraps(Wrapper wrapper, Class<T> type) throws Exception {
    assertThat(wrapper.isWrapperFor(type)).isTrue();
    assertThat(wrapper.unwrap(type)).isExactlyInstanceOf(type);
  }

  @Test
  void threadsHaveSpansOfTheirOwn() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Callable<Integer>> work = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        String name = "parent" + i;
        work.add(() -> inSpan(name, connection -> rows(connection, "SELECT 1 FROM clew_orders")));
      }
      for (Future<Integer> rows : threads.invokeAll(work)) {
        assertThat(rows.get()).isEqualTo(ROWS);
      }
    } finally {
      threads.shutdown();
    }
    List<FinishedSpan> spans = tracing.takeAll(2 * THREADS);
    for (FinishedSpan parent : spans.stream().filter(FinishedSpan::isRoot).toList()) {
      assertThat(spans).filteredOn(span -> span.isChildOf(parent)).hasSize(1);
    }
  }

  @Test
  void worksThoughTracingThrows() throws Exception {
    for (OpenTelemetry broken : ThrowingOpenTelemetry.all()) {
      tracing.use(broken);
      QuietLog.during(
          () -> {
            int rows = traced(connection -> rows(connection, "SELECT id FROM clew_orders"));
            int changed = traced(DataSourceContract::change);

            assertThat(rows).isEqualTo(ROWS);
            assertThat(changed).isEqualTo(ROWS);
          });
    }
  }

  private static int change(Connection connection) throws Exception {
    try (PreparedStatement statement =
        connection.prepareStatement("UPDATE clew_orders SET price = ?")) {
      statement.setInt(1, 7);
      return statement.executeUpdate();
    }
  }
}
