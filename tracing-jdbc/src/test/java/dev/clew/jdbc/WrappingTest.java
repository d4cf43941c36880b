// SPDX-License-Identifier: Apache-2.0
package dev.clew.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clew.testkit.TracingExtension;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import javax.sql.ConnectionEvent;
import javax.sql.ConnectionEventListener;
import javax.sql.DataSource;
import javax.sql.PooledConnection;
import javax.sql.XAConnection;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How tracing gets around drivers and sources of all kinds, and how what is around them looks. */
class WrappingTest {

  @RegisterExtension final TracingExtension tracing = TracingExtension.create();

  private final JdbcDataSource h2 = Databases.h2("wrapping");

  private static void query(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT 1")) {
      assertThat(rows.next()).isTrue();
    }
  }

  private void assertTraced(Connection connection) throws SQLException {
    query(connection);
    assertThat(tracing.takeOne().attributes())
        .containsEntry("db.system.name", "h2database")
        .containsEntry("db.namespace", "wrapping");
  }

  @Test
  void driverTracesTheDriverBehindIt() throws Exception {
    String url = h2.getURL().replace("jdbc:", "jdbc:clew:");
    TracingDriver driver = new TracingDriver();
    assertThat(driver.acceptsURL(url)).isTrue();
    assertThat(driver.getPropertyInfo(url, new Properties())).isNotNull();

    try (Connection connection = DriverManager.getConnection(url)) {
      assertTraced(connection);
    }
  }

  @Test
  void driverLeavesOtherUrlsToOthers() throws Exception {
    TracingDriver driver = new TracingDriver();

    assertThat(driver.acceptsURL("jdbc:h2:mem:x")).isFalse();
    assertThat(driver.connect("jdbc:h2:mem:x", new Properties())).isNull();
    assertThatThrownBy(() -> driver.connect("jdbc:clew:nobody:x", new Properties()))
        .isInstanceOf(SQLException.class);
    assertThatThrownBy(() -> driver.acceptsURL(null)).isInstanceOf(SQLException.class);
  }

  @Test
  void physicalConnectionsGiveTracedHandles() throws Exception {
    XAConnection xa = TracedXaDataSource.of(h2).getXAConnection();
    assertTraced(xa.getConnection());
    assertThat(xa.getXAResource()).isNotNull();
    xa.close();

    PooledConnection pooled = TracedPoolDataSource.of(h2).getPooledConnection();
    assertTraced(pooled.getConnection());
    pooled.close();
  }

  @Test
  void eventsNameTheTracedConnectionUntilTheListenerIsRemoved() throws Exception {
    List<Object> sources = new ArrayList<>();
    ConnectionEventListener listener =
        new ConnectionEventListener() {
          @Override
          public void connectionClosed(ConnectionEvent event) {
            sources.add(event.getSource());
          }

          @Override
          public void connectionErrorOccurred(ConnectionEvent event) {
            sources.add(event.getSQLException());
          }
        };
    XAConnection xa = TracedXaDataSource.of(h2).getXAConnection();
    xa.addConnectionEventListener(listener);
    xa.getConnection().close();
    xa.removeConnectionEventListener(listener);
    xa.getConnection().close();
    xa.close();

    assertThat(sources).hasSize(1);
    assertThat(sources.get(0)).isSameAs(xa);
  }

  @Test
  void tracingIsPutAroundOnce() {
    DataSource traced = TracedDataSource.of(h2);

    assertThat(TracedDataSource.of(traced)).isSameAs(traced);
    assertThat(TracedDataSource.of(null)).isNull();
    assertThat(TracedXaDataSource.of(null)).isNull();
    assertThat(TracedPoolDataSource.of(null)).isNull();
  }

  @Test
  void equalsWhatStandsBeforeTheSameAndLooksLikeIt() {
    DataSource traced = TracedDataSource.of(h2);

    assertThat(traced).isEqualTo(TracedDataSource.of(h2)).hasSameHashCodeAs(h2);
    assertThat(traced).isNotEqualTo(TracedDataSource.of(Databases.h2("other")));
    assertThat(traced.toString()).isEqualTo(h2.toString());
  }

  @Test
  void unwrapsItselfFirstThenWhatIsBehind() throws Exception {
    DataSource traced = TracedDataSource.of(h2);

    assertThat(traced.unwrap(DataSource.class)).isSameAs(traced);
    assertThat(traced.unwrap(Object.class)).isSameAs(traced);
    assertThat(traced.unwrap(JdbcDataSource.class)).isSameAs(h2);
    assertThat(traced.isWrapperFor(JdbcDataSource.class)).isTrue();
    assertThat(traced.isWrapperFor(String.class)).isFalse();
    assertThatThrownBy(() -> traced.unwrap(String.class)).isInstanceOf(SQLException.class);
  }
}
