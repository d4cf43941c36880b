// SPDX-License-Identifier: Apache-2.0
package dev.clew.jdbc;

import dev.clew.instrument.db.DbSpan;

/**
 * The span of a query whose rows are being read. It ends when they have all been read, or when
 * result set, statement or connection are closed, whichever comes first; or once the statement has
 * been forgotten, as of when it was last used.
 */
final class Reading extends OpenSpan {

  private static final int UNKNOWN = -1;

  private final DbSpan span;
  private long rows;
  private long nanosFetching;
  private long lastUsed;

  /** Whether it has just been used, so that the clock need not be read again. */
  private boolean endsNow;

  /** Starts now. */
  Reading(DbSpan span, StatementSpans<?> statement, OpenSpans others, long now) {
    super(statement, others);
    this.span = span;
    this.lastUsed = now;
    others.add(this);
  }

  DbSpan span() {
    return span;
  }

  /** The cursor has gone to the next row, or behind the last one. */
  void next(boolean row, long since) {
    if (!row) {
      read(since);
      return;
    }
    fetched(since);
    if (rows != UNKNOWN) {
      rows++;
    }
  }

  /** The driver has been at work for the last time. */
  void read(long since) {
    fetched(since);
    endsNow = true;
    end();
  }

  private void fetched(long since) {
    lastUsed = System.nanoTime();
    nanosFetching += lastUsed - since;
  }

  /** The cursor has gone elsewhere: nobody can say any more how many rows were read. */
  void moved() {
    rows = UNKNOWN;
  }

  @Override
  boolean isOf(TracedConnection connection) {
    return get() instanceof StatementSpans<?> statement && statement.connection == connection;
  }

  @Override
  void finish(boolean abandoned) {
    if (rows != UNKNOWN) {
      span.returnedRows(rows);
      span.fetchedIn(nanosFetching);
    }
    if (abandoned) {
      span.endAbandoned(lastUsed);
    } else if (endsNow) {
      span.end(lastUsed);
    } else {
      span.end();
    }
  }
}
