// SPDX-License-Identifier: Apache-2.0
package dev.clew.jdbc;

import java.sql.SQLException;
import javax.sql.ConnectionPoolDataSource;
import javax.sql.PooledConnection;
import javax.sql.PooledConnectionBuilder;

/**
 * The source that servers are given as the class of a DataSource for pools; configured as {@link
 * TracingSource} says.
 */
public final class TracingPoolDataSource extends TracingSource<ConnectionPoolDataSource>
    implements ConnectionPoolDataSource {

  /** Made by a server, which then sets the properties. */
  public TracingPoolDataSource() {
    super(ConnectionPoolDataSource.class);
  }

  @Override
  ConnectionPoolDataSource traced(ConnectionPoolDataSource real) {
    return TracedPoolDataSource.of(real);
  }

  @Override
  public PooledConnection getPooledConnection() throws SQLException {
    return source().getPooledConnection();
  }

  @Override
  public PooledConnection getPooledConnection(String user, String password) throws SQLException {
    return source().getPooledConnection(user, password);
  }

  @Override
  public PooledConnectionBuilder createPooledConnectionBuilder() throws SQLException {
    return source().createPooledConnectionBuilder();
  }
}
