// SPDX-License-Identifier: Apache-2.0
package dev.clew.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clew.testkit.TracingExtension;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import javax.sql.PooledConnection;
import javax.sql.XAConnection;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sources that servers make by the name of their class, as administrators configure them. */
class TracingSourceTest {

  private static final String H2 = JdbcDataSource.class.getName();

  @RegisterExtension final TracingExtension tracing = TracingExtension.create();

  private static <S extends TracingSource<?>> S configured(S source) {
    source.setDataSourceClassName(H2);
    source.setUrl("jdbc:h2:mem:configured");
    source.setUser("sa");
    source.setPassword("");
    return source;
  }

  private static void query(Connection connection) throws SQLException {
    try (connection;
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT 1")) {
      assertThat(rows.next()).isTrue();
    }
  }

  private void assertTracedOnce(Connection connection) throws SQLException {
    query(connection);
    assertThat(tracing.takeAll(1).get(0).text("db.namespace")).isEqualTo("configured");
  }

  @Test
  void connectionsOfEveryKindAreTraced() throws Exception {
    assertTracedOnce(configured(new TracingDataSource()).getConnection());
    assertTracedOnce(configured(new TracingDataSource()).getConnection("sa", ""));

    XAConnection xa = configured(new TracingXaDataSource()).getXAConnection();
    assertTracedOnce(xa.getConnection());
    xa.close();

    PooledConnection pooled = configured(new TracingPoolDataSource()).getPooledConnection();
    assertTracedOnce(pooled.getConnection());
    pooled.close();
  }

  @Test
  void otherPropertiesAreHandedOn() throws Exception {
    TracingDataSource source = new TracingDataSource();
    source.setDataSourceClassName(H2);
    source.setDataSourceProperties(
        " URL = jdbc:h2:mem:a\\;MODE=MySQL ; user=me;\n loginTimeout=7; description=");

    JdbcDataSource behind = source.unwrap(JdbcDataSource.class);

    assertThat(behind.getURL()).isEqualTo("jdbc:h2:mem:a;MODE=MySQL");
    assertThat(behind.getUser()).isEqualTo("me");
    assertThat(behind.getLoginTimeout()).isEqualTo(7);
    assertThat(behind.getDescription()).isEmpty();
    assertThat(source.unwrap(DataSource.class)).isSameAs(source);
    assertThat(source.isWrapperFor(JdbcDataSource.class)).isTrue();
  }

  @Test
  void hostThatNobodyNamesIsLeftOutWhereTheDriverHasNone() throws Exception {
    TracingDataSource source = configured(new TracingDataSource());
    source.setServerName("localhost");
    assertTracedOnce(source.getConnection());

    source.setServerName("elsewhere");
    assertThatThrownBy(source::getConnection)
        .isInstanceOf(SQLException.class)
        .hasMessageStartingWith("CLEW-0511: property \"serverName\"");
  }

  @Test
  void propertiesMayChange() throws Exception {
    TracingDataSource source = configured(new TracingDataSource());
    JdbcDataSource before = source.unwrap(JdbcDataSource.class);
    source.setUser("other");

    assertThat(source.unwrap(JdbcDataSource.class).getUser()).isEqualTo("other");
    assertThat(before.getUser()).isEqualTo("sa");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "no.such.Class", "java.lang.String"})
  void saysWhichClassIsNeeded(String name) {
    TracingXaDataSource source = new TracingXaDataSource();
    source.setDataSourceClassName(name);

    assertThatThrownBy(source::getXAConnection)
        .isInstanceOf(SQLException.class)
        .hasMessageStartingWith("CLEW-0510: dataSourceClassName is ")
        .hasMessageContainingAll(name, "javax.sql.XADataSource");
  }

  @ParameterizedTest
  @CsvSource({"noSuchThing=S3cret, noSuchThing", "loginTimeout=S3cret, loginTimeout"})
  void saysWhichPropertyIsWrongButNotItsValue(String property, String name) {
    TracingDataSource source = configured(new TracingDataSource());
    source.setDataSourceProperties(property);

    assertThatThrownBy(source::getConnection)
        .isInstanceOf(SQLException.class)
        .hasMessageStartingWith("CLEW-0511: property \"" + name + "\"")
        .hasStackTraceContaining(H2)
        .satisfies(thrown -> assertThat(thrown.toString()).doesNotContain("S3cret"));
  }

  /** A pool of a server between what the administrator and what the application has. */
  private static DataSource pool(DataSource physical) {
    return (DataSource)
        Proxy.newProxyInstance(
            TracingSourceTest.class.getClassLoader(),
            new Class<?>[] {DataSource.class},
            (proxy, method, arguments) ->
                method.getName().equals("getConnection")
                    ? handle(physical.getConnection())
                    : call(method, physical, arguments));
  }

  private static Connection handle(Connection physical) {
    return (Connection)
        Proxy.newProxyInstance(
            TracingSourceTest.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> call(method, physical, arguments));
  }

  private static Object call(Method method, Object target, Object... arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException thrown) {
      throw thrown.getCause();
    }
  }

  @Test
  void nothingIsTracedTwiceBehindAPool() throws Exception {
    DataSource injected = TracedDataSource.of(pool(configured(new TracingDataSource())));

    assertTracedOnce(injected.getConnection());
    assertTracedOnce(injected.getConnection());
  }
}
