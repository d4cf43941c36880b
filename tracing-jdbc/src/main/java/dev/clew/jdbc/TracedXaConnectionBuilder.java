// SPDX-License-Identifier: Apache-2.0
package dev.clew.jdbc;

import java.sql.SQLException;
import java.sql.ShardingKey;
import javax.sql.XAConnection;
import javax.sql.XAConnectionBuilder;

/** Builds traced connections. */
final class TracedXaConnectionBuilder extends Delegate<XAConnectionBuilder>
    implements XAConnectionBuilder {

  private final ConnectionTracing tracing;

  TracedXaConnectionBuilder(XAConnectionBuilder delegate, ConnectionTracing tracing) {
    super(delegate);
    this.tracing = tracing;
  }

  @Override
  public XAConnectionBuilder user(String username) {
    delegate.user(username);
    return this;
  }

  @Override
  public XAConnectionBuilder password(String password) {
    delegate.password(password);
    return this;
  }

  @Override
  public XAConnectionBuilder shardingKey(ShardingKey shardingKey) {
    delegate.shardingKey(shardingKey);
    return this;
  }

  @Override
  public XAConnectionBuilder superShardingKey(ShardingKey superShardingKey) {
    delegate.superShardingKey(superShardingKey);
    return this;
  }

  @Override
  public XAConnection build() throws SQLException {
    return TracedXaConnection.of(delegate.build(), tracing);
  }
}
