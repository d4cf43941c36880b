// SPDX-License-Identifier: Apache-2.0
package dev.clew.jdbc;

import javax.sql.PooledConnection;

/** A connection for pools whose handles are traced. */
final class TracedPooledConnection extends PhysicalConnection<PooledConnection> {

  private TracedPooledConnection(PooledConnection delegate, ConnectionTracing tracing) {
    super(delegate, tracing);
  }

  @Override
  TracedXaConnection xa() {
    return null;
  }

  static PooledConnection of(PooledConnection connection, ConnectionTracing tracing) {
    return connection == null ? null : new TracedPooledConnection(connection, tracing);
  }
}
