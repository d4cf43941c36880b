// SPDX-License-Identifier: Apache-2.0
package dev.clew.jdbc;

import dev.clew.instrument.db.DbSpan;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.ConnectionBuilder;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.ShardingKeyBuilder;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** A DataSource whose connections are traced. Thread-safe where the one behind it is. */
public final class TracedDataSource extends WrapperDelegate<DataSource> implements DataSource {

  private final ConnectionTracing tracing = ConnectionTracing.ofHandles();

  private TracedDataSource(DataSource delegate) {
    super(delegate);
  }

  /**
   * Puts tracing around a DataSource; around one that is traced already nothing is put.
   *
   * @param dataSource {@code null} gives {@code null}
   */
  public static DataSource of(DataSource dataSource) {
    return dataSource == null || dataSource instanceof TracedDataSource
        ? dataSource
        : new TracedDataSource(dataSource);
  }

  @Override
  public Connection getConnection() throws SQLException {
    ApplicationTracing application = Tracers.current();
    DbSpan span = tracing.connecting(application);
    try {
      return tracing.connected(delegate.getConnection(), span, application);
    } catch (Throwable failure) {
      tracing.failed(span, failure);
      throw failure;
    }
  }

  @Override
  public Connection getConnection(String username, String password) throws SQLException {
    ApplicationTracing application = Tracers.current();
    DbSpan span = tracing.connecting(application);
    try {
      return tracing.connected(delegate.getConnection(username, password), span, application);
    } catch (Throwable failure) {
      tracing.failed(span, failure);
      throw failure;
    }
  }

  @Override
  public ConnectionBuilder createConnectionBuilder() throws SQLException {
    return new TracedConnectionBuilder(delegate.createConnectionBuilder(), tracing);
  }

  @Override
  public ShardingKeyBuilder createShardingKeyBuilder() throws SQLException {
    return delegate.createShardingKeyBuilder();
  }

  @Override
  public PrintWriter getLogWriter() throws SQLException {
    return delegate.getLogWriter();
  }

  @Override
  public void setLogWriter(PrintWriter out) throws SQLException {
    delegate.setLogWriter(out);
  }

  @Override
  public int getLoginTimeout() throws SQLException {
    return delegate.getLoginTimeout();
  }

  @Override
  public void setLoginTimeout(int seconds) throws SQLException {
    delegate.setLoginTimeout(seconds);
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    return delegate.getParentLogger();
  }
}
