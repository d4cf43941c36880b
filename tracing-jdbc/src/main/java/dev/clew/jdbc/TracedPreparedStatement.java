// SPDX-License-Identifier: Apache-2.0
package dev.clew.jdbc;

import dev.clew.instrument.db.DbSpan;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * A prepared statement whose executions are traced.
 *
 * @param <S> what stands behind
 */
class TracedPreparedStatement<S extends PreparedStatement> extends BoundPreparedStatement<S> {

  TracedPreparedStatement(S delegate, TracedConnection connection, String sql) {
    super(delegate, connection, sql);
  }

  private DbSpan start() {
    DbSpan span = start(prepared, true, 1);
    if (values != null) {
      values.describe(span);
    }
    return span;
  }

  @Override
  public final ResultSet executeQuery() throws SQLException {
    DbSpan span = start();
    try {
      return gave(span, delegate.executeQuery());
    } catch (Throwable failure) {
      failed(span, failure);
      throw failure;
    }
  }

  @Override
  public final int executeUpdate() throws SQLException {
    DbSpan span = start();
    try {
      int rows = delegate.executeUpdate();
      changed(span, rows);
      return rows;
    } catch (Throwable failure) {
      failed(span, failure);
      throw failure;
    }
  }

  @Override
  public final long executeLargeUpdate() throws SQLException {
    DbSpan span = start();
    try {
      long rows = delegate.executeLargeUpdate();
      changed(span, rows);
      return rows;
    } catch (Throwable failure) {
      failed(span, failure);
      throw failure;
    }
  }

  @Override
  public final boolean execute() throws SQLException {
    DbSpan span = start();
    try {
      boolean gaveRows = delegate.execute();
      executed(span, gaveRows);
      return gaveRows;
    } catch (Throwable failure) {
      failed(span, failure);
      throw failure;
    }
  }

  @Override
  public final void addBatch() throws SQLException {
    delegate.addBatch();
    added(prepared);
  }
}
