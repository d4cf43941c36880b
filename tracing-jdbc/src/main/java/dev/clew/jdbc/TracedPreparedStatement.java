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

  private final String sql;

  TracedPreparedStatement(S delegate, TracedConnection connection, String sql) {
    super(delegate, connection, sql);
    this.sql = sql;
  }

  private DbSpan start() {
    DbSpan span = executions.start(sql, true, 1);
    if (values != null) {
      values.describe(span);
    }
    return span;
  }

  @Override
  public final ResultSet executeQuery() throws SQLException {
    DbSpan span = start();
    try {
      return executions.gave(span, delegate.executeQuery());
    } catch (Throwable failure) {
      executions.failed(span, failure);
      throw failure;
    }
  }

  @Override
  public final int executeUpdate() throws SQLException {
    DbSpan span = start();
    try {
      int rows = delegate.executeUpdate();
      executions.changed(span, rows);
      return rows;
    } catch (Throwable failure) {
      executions.failed(span, failure);
      throw failure;
    }
  }

  @Override
  public final long executeLargeUpdate() throws SQLException {
    DbSpan span = start();
    try {
      long rows = delegate.executeLargeUpdate();
      executions.changed(span, rows);
      return rows;
    } catch (Throwable failure) {
      executions.failed(span, failure);
      throw failure;
    }
  }

  @Override
  public final boolean execute() throws SQLException {
    DbSpan span = start();
    try {
      boolean gaveRows = delegate.execute();
      executions.executed(span, gaveRows);
      return gaveRows;
    } catch (Throwable failure) {
      executions.failed(span, failure);
      throw failure;
    }
  }

  @Override
  public final void addBatch() throws SQLException {
    delegate.addBatch();
    batch.add(sql);
  }
}
