// SPDX-License-Identifier: Apache-2.0
package dev.clew.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** A result set that counts the rows that are read. */
final class TracedResultSet extends ResultSetDelegate {

  private final StatementSpans<?> statement;

  /** {@code null} where nothing is recorded. */
  private final Reading reading;

  TracedResultSet(ResultSet delegate, StatementSpans<?> statement, Reading reading) {
    super(delegate);
    this.statement = statement;
    this.reading = reading;
  }

  boolean isAround(ResultSet other) {
    return delegate == other;
  }

  @Override
  public Statement getStatement() throws SQLException {
    return delegate.getStatement() == null ? null : statement;
  }

  @Override
  public boolean next() throws SQLException {
    if (reading == null) {
      return delegate.next();
    }
    long since = System.nanoTime();
    try {
      boolean row = delegate.next();
      reading.next(row, since);
      return row;
    } catch (Throwable failure) {
      statement.failed(reading, failure);
      throw failure;
    }
  }

  @Override
  public boolean previous() throws SQLException {
    moved();
    return delegate.previous();
  }

  @Override
  public boolean first() throws SQLException {
    moved();
    return delegate.first();
  }

  @Override
  public boolean last() throws SQLException {
    moved();
    return delegate.last();
  }

  @Override
  public boolean absolute(int row) throws SQLException {
    moved();
    return delegate.absolute(row);
  }

  @Override
  public boolean relative(int rows) throws SQLException {
    moved();
    return delegate.relative(rows);
  }

  private void moved() {
    if (reading != null) {
      reading.moved();
    }
  }

  @Override
  public void close() throws SQLException {
    if (reading == null) {
      delegate.close();
      return;
    }
    long since = System.nanoTime();
    try {
      delegate.close();
    } finally {
      reading.read(since);
    }
  }
}
