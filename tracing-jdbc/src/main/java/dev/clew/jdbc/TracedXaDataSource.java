// SPDX-License-Identifier: Apache-2.0
package dev.clew.jdbc;

import java.sql.SQLException;
import javax.sql.XAConnection;
import javax.sql.XAConnectionBuilder;
import javax.sql.XADataSource;

/**
 * A DataSource for transaction managers whose connections are traced. Thread-safe where the one
 * behind it is.
 */
public final class TracedXaDataSource extends CommonDelegate<XADataSource> implements XADataSource {

  private TracedXaDataSource(XADataSource delegate) {
    super(delegate);
  }

  /**
   * Puts tracing around a source; around one that is traced already nothing is put.
   *
   * @param dataSource {@code null} gives {@code null}
   */
  public static XADataSource of(XADataSource dataSource) {
    return dataSource == null || dataSource instanceof TracedXaDataSource
        ? dataSource
        : new TracedXaDataSource(dataSource);
  }

  @Override
  public XAConnection getXAConnection() throws SQLException {
    return TracedXaConnection.of(delegate.getXAConnection(), tracing);
  }

  @Override
  public XAConnection getXAConnection(String user, String password) throws SQLException {
    return TracedXaConnection.of(delegate.getXAConnection(user, password), tracing);
  }

  @Override
  public XAConnectionBuilder createXAConnectionBuilder() throws SQLException {
    return new TracedXaConnectionBuilder(delegate.createXAConnectionBuilder(), tracing);
  }
}
