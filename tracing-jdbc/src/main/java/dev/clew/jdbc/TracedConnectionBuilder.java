// SPDX-License-Identifier: Apache-2.0
package dev.clew.jdbc;

import dev.clew.instrument.db.DbSpan;
import java.sql.Connection;
import java.sql.ConnectionBuilder;
import java.sql.SQLException;
import java.sql.ShardingKey;

/** Builds traced connections. */
final class TracedConnectionBuilder extends Delegate<ConnectionBuilder>
    implements ConnectionBuilder {

  private final ConnectionTracing tracing;

  TracedConnectionBuilder(ConnectionBuilder delegate, ConnectionTracing tracing) {
    super(delegate);
    this.tracing = tracing;
  }

  @Override
  public ConnectionBuilder user(String username) {
    delegate.user(username);
    return this;
  }

  @Override
  public ConnectionBuilder password(String password) {
    delegate.password(password);
    return this;
  }

  @Override
  public ConnectionBuilder shardingKey(ShardingKey shardingKey) {
    delegate.shardingKey(shardingKey);
    return this;
  }

  @Override
  public ConnectionBuilder superShardingKey(ShardingKey superShardingKey) {
    delegate.superShardingKey(superShardingKey);
    return this;
  }

  @Override
  public Connection build() throws SQLException {
    ApplicationTracing application = Tracers.current();
    DbSpan span = tracing.connecting(application);
    try {
      return tracing.connected(delegate.build(), span, application);
    } catch (Throwable failure) {
      tracing.failed(span, failure);
      throw failure;
    }
  }
}
