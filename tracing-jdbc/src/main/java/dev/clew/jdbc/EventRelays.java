// SPDX-License-Identifier: Apache-2.0
package dev.clew.jdbc;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.ConnectionEvent;
import javax.sql.ConnectionEventListener;
import javax.sql.PooledConnection;
import javax.sql.StatementEvent;
import javax.sql.StatementEventListener;

/**
 * Hands a driver's events on with the traced connection as their source: pools find by it which of
 * theirs is meant. A listener that is added has one relay until it is removed. Thread-safe.
 */
final class EventRelays {

  private final PooledConnection source;
  private final Map<ConnectionEventListener, ConnectionRelay> connections =
      new ConcurrentHashMap<>();
  private final Map<StatementEventListener, StatementRelay> statements = new ConcurrentHashMap<>();

  EventRelays(PooledConnection source) {
    this.source = source;
  }

  ConnectionEventListener added(ConnectionEventListener listener) {
    return listener == null
        ? null
        : connections.computeIfAbsent(listener, key -> new ConnectionRelay(source, key));
  }

  ConnectionEventListener removed(ConnectionEventListener listener) {
    ConnectionRelay relay = listener == null ? null : connections.remove(listener);
    return relay == null ? listener : relay;
  }

  StatementEventListener added(StatementEventListener listener) {
    return listener == null
        ? null
        : statements.computeIfAbsent(listener, key -> new StatementRelay(source, key));
  }

  StatementEventListener removed(StatementEventListener listener) {
    StatementRelay relay = listener == null ? null : statements.remove(listener);
    return relay == null ? listener : relay;
  }

  private record ConnectionRelay(PooledConnection source, ConnectionEventListener listener)
      implements ConnectionEventListener {

    @Override
    public void connectionClosed(ConnectionEvent event) {
      listener.connectionClosed(new ConnectionEvent(source));
    }

    @Override
    public void connectionErrorOccurred(ConnectionEvent event) {
      listener.connectionErrorOccurred(new ConnectionEvent(source, event.getSQLException()));
    }
  }

  private record StatementRelay(PooledConnection source, StatementEventListener listener)
      implements StatementEventListener {

    @Override
    public void statementClosed(StatementEvent event) {
      listener.statementClosed(new StatementEvent(source, event.getStatement()));
    }

    @Override
    public void statementErrorOccurred(StatementEvent event) {
      listener.statementErrorOccurred(
          new StatementEvent(source, event.getStatement(), event.getSQLException()));
    }
  }
}
