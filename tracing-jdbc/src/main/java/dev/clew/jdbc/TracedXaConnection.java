// SPDX-License-Identifier: Apache-2.0
package dev.clew.jdbc;

import java.sql.SQLException;
import javax.sql.XAConnection;
import javax.transaction.xa.XAResource;

/** A connection for transaction managers whose handles are traced. */
final class TracedXaConnection extends PhysicalConnection<XAConnection> implements XAConnection {

  private TracedXaConnection(XAConnection delegate, ConnectionTracing tracing) {
    super(delegate, tracing);
  }

  static XAConnection of(XAConnection connection, ConnectionTracing tracing) {
    return connection == null ? null : new TracedXaConnection(connection, tracing);
  }

  /** The driver's own: transaction managers compare them. */
  @Override
  public XAResource getXAResource() throws SQLException {
    return delegate.getXAResource();
  }
}
