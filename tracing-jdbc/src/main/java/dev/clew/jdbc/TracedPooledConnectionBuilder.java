// SPDX-License-Identifier: Apache-2.0
package dev.clew.jdbc;

import java.sql.SQLException;
import java.sql.ShardingKey;
import javax.sql.PooledConnection;
import javax.sql.PooledConnectionBuilder;

/** Builds traced connections. */
final class TracedPooledConnectionBuilder extends Delegate<PooledConnectionBuilder>
    implements PooledConnectionBuilder {

  private final ConnectionTracing tracing;

  TracedPooledConnectionBuilder(PooledConnectionBuilder delegate, ConnectionTracing tracing) {
    super(delegate);
    this.tracing = tracing;
  }

  @Override
  public PooledConnectionBuilder user(String username) {
    delegate.user(username);
    return this;
  }

  @Override
  public PooledConnectionBuilder password(String password) {
    delegate.password(password);
    return this;
  }

  @Override
  public PooledConnectionBuilder shardingKey(ShardingKey shardingKey) {
    delegate.shardingKey(shardingKey);
    return this;
  }

  @Override
  public PooledConnectionBuilder superShardingKey(ShardingKey superShardingKey) {
    delegate.superShardingKey(superShardingKey);
    return this;
  }

  @Override
  public PooledConnection build() throws SQLException {
    return TracedPooledConnection.of(delegate.build(), tracing);
  }
}
