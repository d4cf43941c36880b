// SPDX-License-Identifier: Apache-2.0
package dev.clew.jdbc;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;

/** Meta data that leads back to the traced connection. */
final class TracedMetaData extends MetaDataDelegate {

  private final TracedConnection connection;

  TracedMetaData(DatabaseMetaData delegate, TracedConnection connection) {
    super(delegate);
    this.connection = connection;
  }

  @Override
  public Connection getConnection() throws SQLException {
    return delegate.getConnection() == null ? null : connection;
  }
}
