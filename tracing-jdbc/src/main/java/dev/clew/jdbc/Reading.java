// SPDX-License-Identifier: Apache-2.0
package dev.clew.jdbc;

import dev.clew.instrument.db.DbSpan;

/**
 * The span of a query whose rows are being read. It ends when they have all been read, or when
 * result set, statement or connection are closed, whichever comes first. Thread-safe as to its end.
 */
final class Reading {

  private static final int UNKNOWN = -1;

  private final DbSpan span;
  private final TracedConnection connection;
  private long rows;

  Reading(DbSpan span, TracedConnection connection) {
    this.span = span;
    this.connection = connection;
    connection.open().add(this);
  }

  /** The cursor has gone to the next row, or behind the last one. */
  void next(boolean row) {
    if (!row) {
      end();
    } else if (rows != UNKNOWN) {
      rows++;
    }
  }

  /** The cursor has gone elsewhere: nobody can say any more how many rows were read. */
  void moved() {
    rows = UNKNOWN;
  }

  void failed(Throwable failure) {
    connection.failed(span, failure);
  }

  void end() {
    if (connection.open().remove(this)) {
      if (rows != UNKNOWN) {
        span.returnedRows(rows);
      }
      span.end();
    }
  }
}
