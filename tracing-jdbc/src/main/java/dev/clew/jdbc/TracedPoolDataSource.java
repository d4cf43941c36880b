// SPDX-License-Identifier: Apache-2.0
package dev.clew.jdbc;

import java.sql.SQLException;
import javax.sql.ConnectionPoolDataSource;
import javax.sql.PooledConnection;
import javax.sql.PooledConnectionBuilder;

/**
 * A DataSource for connection pools whose connections are traced. Thread-safe where the one behind
 * it is.
 */
public final class TracedPoolDataSource extends CommonDelegate<ConnectionPoolDataSource>
    implements ConnectionPoolDataSource {

  private TracedPoolDataSource(ConnectionPoolDataSource delegate) {
    super(delegate);
  }

  /**
   * Puts tracing around a source; around one that is traced already nothing is put.
   *
   * @param dataSource {@code null} gives {@code null}
   */
  public static ConnectionPoolDataSource of(ConnectionPoolDataSource dataSource) {
    return dataSource == null || dataSource instanceof TracedPoolDataSource
        ? dataSource
        : new TracedPoolDataSource(dataSource);
  }

  @Override
  public PooledConnection getPooledConnection() throws SQLException {
    return TracedPooledConnection.of(delegate.getPooledConnection(), tracing);
  }

  @Override
  public PooledConnection getPooledConnection(String user, String password) throws SQLException {
    return TracedPooledConnection.of(delegate.getPooledConnection(user, password), tracing);
  }

  @Override
  public PooledConnectionBuilder createPooledConnectionBuilder() throws SQLException {
    return new TracedPooledConnectionBuilder(delegate.createPooledConnectionBuilder(), tracing);
  }
}
