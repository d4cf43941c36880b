// SPDX-License-Identifier: Apache-2.0
package dev.clew.jdbc;

import java.io.PrintWriter;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.ShardingKeyBuilder;
import java.util.logging.Logger;
import javax.sql.CommonDataSource;

/** What sources for pools and transaction managers have in common. */
abstract class CommonDelegate<D extends CommonDataSource> extends Delegate<D>
    implements CommonDataSource {

  final ConnectionTracing tracing = ConnectionTracing.ofPhysical();

  CommonDelegate(D delegate) {
    super(delegate);
  }

  @Override
  public final ShardingKeyBuilder createShardingKeyBuilder() throws SQLException {
    return delegate.createShardingKeyBuilder();
  }

  @Override
  public final PrintWriter getLogWriter() throws SQLException {
    return delegate.getLogWriter();
  }

  @Override
  public final void setLogWriter(PrintWriter out) throws SQLException {
    delegate.setLogWriter(out);
  }

  @Override
  public final int getLoginTimeout() throws SQLException {
    return delegate.getLoginTimeout();
  }

  @Override
  public final void setLoginTimeout(int seconds) throws SQLException {
    delegate.setLoginTimeout(seconds);
  }

  @Override
  public final Logger getParentLogger() throws SQLFeatureNotSupportedException {
    return delegate.getParentLogger();
  }
}
