// SPDX-License-Identifier: Apache-2.0
package dev.clew.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.testkit.TracingExtension;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Scope;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.function.Executable;

/**
 * Calls every method of JDBC on real databases, with arguments that are right, wrong and missing,
 * with tracing and without, and finds no difference in what comes back or is thrown.
 */
class TransparencyTest {

  /** What is asked for before each call; its rows can be updated. */
  private static final String QUERY = "SELECT id, name FROM clew_items ORDER BY id";

  private static final Map<String, String> ALL_OPTIONS =
      Map.of(
          "otel.instrumentation.jdbc-datasource.enabled", "true",
          "clew.jdbc.transactions", "true",
          "clew.jdbc.nplusone.threshold", "1",
          "clew.jdbc.sqlcommenter", "all",
          "clew.db.query.parameters", "id,name,?",
          "clew.db.error.messages", "true");

  /** H2 quotes the statement in its messages, with the comment that was asked for. */
  private static final Pattern COMMENT = Pattern.compile(" /\\*traceparent='[^']*'\\*/");

  @RegisterExtension final TracingExtension tracing = TracingExtension.create();

  @TestFactory
  Stream<DynamicTest> h2() throws Exception {
    return everything(Databases.h2("transparency"));
  }

  @TestFactory
  Stream<DynamicTest> derby() throws Exception {
    return everything(Databases.derby("transparency"));
  }

  @TestFactory
  Stream<DynamicTest> postgres() throws Exception {
    return everything(Databases.postgres());
  }

  @TestFactory
  Stream<DynamicTest> h2WithAllOptions() throws Exception {
    tracing.configure(ALL_OPTIONS);
    return everything(Databases.h2("transparency"));
  }

  @TestFactory
  Stream<DynamicTest> derbyWithAllOptions() throws Exception {
    tracing.configure(ALL_OPTIONS);
    return everything(Databases.derby("transparency"));
  }

  @TestFactory
  Stream<DynamicTest> postgresWithAllOptions() throws Exception {
    tracing.configure(ALL_OPTIONS);
    return everything(Databases.postgres());
  }

  private Stream<DynamicTest> everything(DataSource plain) throws Exception {
    tracing.ignoreOthers();
    try (Connection connection = plain.getConnection();
        Statement statement = connection.createStatement()) {
      if (!connection.getMetaData().getTables(null, null, "%LEW_ITEMS", null).next()
          && !connection.getMetaData().getTables(null, null, "clew_items", null).next()) {
        statement.execute("CREATE TABLE clew_items (id INT PRIMARY KEY, name VARCHAR(50))");
        statement.execute("INSERT INTO clew_items VALUES (1, 'one')");
        statement.execute("INSERT INTO clew_items VALUES (2, '2')");
      }
    }
    DataSource traced = TracedDataSource.of(plain);
    return Stream.of(
            Connection.class,
            Statement.class,
            PreparedStatement.class,
            ResultSet.class,
            DatabaseMetaData.class)
        .map(
            type ->
                DynamicTest.dynamicTest(
                    type.getSimpleName(), () -> inSpan(() -> compare(type, plain, traced))));
  }

  private void inSpan(Executable work) throws Throwable {
    Span span = tracing.tracer().spanBuilder("parent").startSpan();
    try (Scope current = span.makeCurrent()) {
      assertThat(current).isNotNull();
      work.execute();
    } finally {
      span.end();
    }
  }

  private static void compare(Class<?> type, DataSource plain, DataSource traced) throws Exception {
    for (Method method : type.getMethods()) {
      if (Modifier.isStatic(method.getModifiers()) || isLeftOut(method)) {
        continue;
      }
      for (int variant = 0; variant < (method.getParameterCount() == 0 ? 1 : 3); variant++) {
        String expected = outcome(type, plain, method, variant);
        assertThat(outcome(type, traced, method, variant))
            .as("%s, arguments %d", method, variant)
            .isEqualTo(expected);
      }
    }
  }

  /** What ends a connection in other threads, or says something of the object itself. */
  private static boolean isLeftOut(Method method) {
    return method.getName().matches("abort|setNetworkTimeout|unwrap|isWrapperFor|cancel");
  }

  private static String outcome(Class<?> type, DataSource source, Method method, int variant)
      throws Exception {
    try (Connection connection = source.getConnection()) {
      connection.setAutoCommit(false);
      try {
        Object target = target(type, connection);
        String outcome = outcome(target, method, arguments(method, variant));
        return target instanceof ResultSet rows ? outcome + rest(rows) : outcome;
      } finally {
        if (!connection.isClosed() && !connection.getAutoCommit()) {
          connection.rollback();
        }
      }
    }
  }

  private static String outcome(Object target, Method method, Object[] arguments) throws Exception {
    try {
      return shown(method.invoke(target, arguments));
    } catch (InvocationTargetException thrown) {
      return shown(thrown.getCause());
    }
  }

  private static Object target(Class<?> type, Connection connection) throws SQLException {
    if (type == Connection.class) {
      return connection;
    }
    if (type == DatabaseMetaData.class) {
      return connection.getMetaData();
    }
    if (type == PreparedStatement.class) {
      return connection.prepareStatement("SELECT id, name FROM clew_items WHERE id = ?");
    }
    Statement statement =
        connection.createStatement(ResultSet.TYPE_SCROLL_INSENSITIVE, ResultSet.CONCUR_READ_ONLY);
    if (type == Statement.class) {
      return statement;
    }
    ResultSet rows = statement.executeQuery(QUERY);
    rows.next();
    return rows;
  }

  private static Object[] arguments(Method method, int variant) {
    return Arrays.stream(method.getParameterTypes())
        .map(type -> argument(type, method, variant))
        .toArray();
  }

  private static Object argument(Class<?> type, Method method, int variant) {
    if (type == int.class) {
      return List.of(1, 2, -7).get(variant);
    }
    if (type == boolean.class) {
      return variant == 0;
    }
    if (type == String.class) {
      return Arrays.asList(text(method), "nonsense 'x", null).get(variant);
    }
    // Zero of that number, or no object.
    return type.isPrimitive() ? Array.get(Array.newInstance(type, 1), 0) : null;
  }

  private static String text(Method method) {
    return switch (method.getDeclaringClass().getSimpleName()) {
      case "Connection", "Statement" ->
          method.getName().contains("Update") || method.getName().contains("Batch")
              ? "UPDATE clew_items SET name = 'x' WHERE id > 5"
              : QUERY;
      default -> "name";
    };
  }

  /** What can be compared of a value: content where it has some, else what it is. */
  private static String shown(Object value) throws Exception {
    if (value instanceof SQLException error) {
      return "%s %s %s %s"
          .formatted(
              error.getClass(),
              COMMENT.matcher(String.valueOf(error.getMessage())).replaceAll(""),
              error.getSQLState(),
              error.getErrorCode());
    }
    if (value instanceof Throwable error) {
      return error.getClass() + " " + error.getMessage();
    }
    if (value instanceof ResultSet rows) {
      return "rows" + rest(rows);
    }
    if (value instanceof Object[] many) {
      return Arrays.toString(many);
    }
    if (value instanceof int[] many) {
      return Arrays.toString(many);
    }
    if (value instanceof Boolean || value instanceof Number || value instanceof String) {
      return value.getClass().getSimpleName() + " " + value;
    }
    return value == null ? "null" : "something";
  }

  private static String rest(ResultSet rows) {
    StringBuilder rest = new StringBuilder();
    try {
      int columns = rows.getMetaData().getColumnCount();
      while (rows.next()) {
        for (int column = 1; column <= columns; column++) {
          rest.append(' ').append(rows.getString(column));
        }
      }
    } catch (SQLException failure) {
      rest.append(failure.getMessage()).append(failure.getSQLState());
    }
    return rest.toString();
  }
}
