// SPDX-License-Identifier: Apache-2.0
package dev.clew.jdbc;

import dev.clew.instrument.db.DbSpan;
import java.lang.ref.WeakReference;

/**
 * The span of a query whose rows are being read. It ends when they have all been read, or when
 * result set, statement or connection are closed, whichever comes first; or once the statement has
 * been forgotten, as of when it was last used. Thread-safe as to its end.
 */
final class Reading extends WeakReference<TracedStatement<?>> implements Forgotten.Trace {

  private static final int UNKNOWN = -1;

  private final DbSpan span;
  private final OpenSpans open;

  /** The one of this connection that was open before; guarded by {@link #open}. */
  Reading older;

  private long rows;
  private long nanosFetching;
  private long lastUsed;

  /** Starts now. */
  Reading(DbSpan span, TracedStatement<?> statement, OpenSpans open, long now) {
    super(statement, open.forgotten().queue());
    this.span = span;
    this.open = open;
    this.lastUsed = now;
    open.add(this);
  }

  DbSpan span() {
    return span;
  }

  /** The cursor has gone to the next row, or behind the last one. */
  void next(boolean row, long since) {
    fetched(since);
    if (!row) {
      end();
    } else if (rows != UNKNOWN) {
      rows++;
    }
  }

  /** The driver has been at work. */
  void fetched(long since) {
    lastUsed = System.nanoTime();
    nanosFetching += lastUsed - since;
  }

  /** The cursor has gone elsewhere: nobody can say any more how many rows were read. */
  void moved() {
    rows = UNKNOWN;
  }

  /** Does nothing where it has ended. */
  void end() {
    if (open.remove(this)) {
      sayWhatWasRead();
      span.end();
    }
  }

  @Override
  public void collected() {
    if (open.remove(this)) {
      sayWhatWasRead();
      span.endAbandoned(System.nanoTime() - lastUsed);
    }
  }

  private void sayWhatWasRead() {
    if (rows != UNKNOWN) {
      span.returnedRows(rows);
      span.fetchedIn(nanosFetching);
    }
  }
}
