// SPDX-License-Identifier: Apache-2.0
package dev.clew.jdbc;

import dev.clew.instrument.db.Database;
import java.sql.SQLException;
import javax.sql.XAConnection;
import javax.transaction.xa.XAResource;

/** A connection for transaction managers whose handles are traced. */
final class TracedXaConnection extends PhysicalConnection<XAConnection> implements XAConnection {

  private volatile boolean inBranch;

  private TracedXaConnection(XAConnection delegate, ConnectionTracing tracing) {
    super(delegate, tracing);
  }

  static XAConnection of(XAConnection connection, ConnectionTracing tracing) {
    return connection == null ? null : new TracedXaConnection(connection, tracing);
  }

  @Override
  TracedXaConnection xa() {
    return this;
  }

  /** Whether a global transaction is at work on it; its statements begin no other one. */
  boolean isInBranch() {
    return inBranch;
  }

  void inBranch(boolean now) {
    inBranch = now;
  }

  Database database() {
    return tracing.knownDatabase();
  }

  @Override
  public void close() throws SQLException {
    try {
      super.close();
    } finally {
      tracing.branches().closed(this);
    }
  }

  /** The driver's own where transactions are not traced: transaction managers compare them. */
  @Override
  public XAResource getXAResource() throws SQLException {
    XAResource resource = delegate.getXAResource();
    return resource != null && Tracers.mayTraceTransactions()
        ? new TracedXaResource(resource, this, tracing.branches())
        : resource;
  }
}
