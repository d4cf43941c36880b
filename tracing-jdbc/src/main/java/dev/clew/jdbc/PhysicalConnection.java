// SPDX-License-Identifier: Apache-2.0
package dev.clew.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.ConnectionEventListener;
import javax.sql.PooledConnection;
import javax.sql.StatementEventListener;

/** A physical connection that gives traced handles, and names itself as the source of events. */
abstract class PhysicalConnection<P extends PooledConnection> extends Delegate<P>
    implements PooledConnection {

  final ConnectionTracing tracing;
  private final EventRelays relays;

  PhysicalConnection(P delegate, ConnectionTracing tracing) {
    super(delegate);
    this.tracing = tracing;
    this.relays = new EventRelays(this);
  }

  @Override
  public final Connection getConnection() throws SQLException {
    return tracing.trace(delegate.getConnection(), xa());
  }

  /** This, where it is one for transaction managers; else {@code null}. */
  abstract TracedXaConnection xa();

  @Override
  public void close() throws SQLException {
    delegate.close();
  }

  @Override
  public final void addConnectionEventListener(ConnectionEventListener listener) {
    delegate.addConnectionEventListener(relays.added(listener));
  }

  @Override
  public final void removeConnectionEventListener(ConnectionEventListener listener) {
    delegate.removeConnectionEventListener(relays.removed(listener));
  }

  @Override
  public final void addStatementEventListener(StatementEventListener listener) {
    delegate.addStatementEventListener(relays.added(listener));
  }

  @Override
  public final void removeStatementEventListener(StatementEventListener listener) {
    delegate.removeStatementEventListener(relays.removed(listener));
  }
}
