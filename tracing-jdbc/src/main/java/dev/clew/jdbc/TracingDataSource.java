// SPDX-License-Identifier: Apache-2.0
package dev.clew.jdbc;

import java.sql.Connection;
import java.sql.ConnectionBuilder;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * The source that servers are given as the class of a DataSource, whose connections they keep for
 * whichever application; configured as {@link TracingSource} says.
 */
public final class TracingDataSource extends TracingSource<DataSource> implements DataSource {

  private final ConnectionTracing tracing = ConnectionTracing.ofPhysical();

  /** Made by a server, which then sets the properties. */
  public TracingDataSource() {
    super(DataSource.class);
  }

  /** Its connections are traced here, as those of a driver are. */
  @Override
  DataSource traced(DataSource real) {
    return real;
  }

  @Override
  public Connection getConnection() throws SQLException {
    return tracing.trace(source().getConnection());
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    return tracing.trace(source().getConnection(user, password));
  }

  @Override
  public ConnectionBuilder createConnectionBuilder() throws SQLException {
    return new TracedConnectionBuilder(source().createConnectionBuilder(), tracing);
  }

  @Override
  public <T> T unwrap(Class<T> iface) throws SQLException {
    return WrapperDelegate.unwrap(this, source(), iface);
  }

  @Override
  public boolean isWrapperFor(Class<?> iface) throws SQLException {
    return WrapperDelegate.isWrapperFor(this, source(), iface);
  }
}
