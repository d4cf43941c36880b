// SPDX-License-Identifier: Apache-2.0
package dev.clew.jdbc;

import java.sql.SQLException;
import javax.sql.XAConnection;
import javax.sql.XAConnectionBuilder;
import javax.sql.XADataSource;

/**
 * The source that servers are given as the class of an XA DataSource; configured as {@link
 * TracingSource} says.
 */
public final class TracingXaDataSource extends TracingSource<XADataSource> implements XADataSource {

  /** Made by a server, which then sets the properties. */
  public TracingXaDataSource() {
    super(XADataSource.class);
  }

  @Override
  XADataSource traced(XADataSource real) {
    return TracedXaDataSource.of(real);
  }

  @Override
  public XAConnection getXAConnection() throws SQLException {
    return source().getXAConnection();
  }

  @Override
  public XAConnection getXAConnection(String user, String password) throws SQLException {
    return source().getXAConnection(user, password);
  }

  @Override
  public XAConnectionBuilder createXAConnectionBuilder() throws SQLException {
    return source().createXAConnectionBuilder();
  }
}
