// SPDX-License-Identifier: Apache-2.0
package dev.clew.jdbc;

import dev.clew.instrument.db.DbSpan;
import java.sql.ResultSet;
import java.sql.Statement;

/**
 * What a statement does about the spans of its executions. Like any statement, it is used by one
 * thread at a time; nothing here throws.
 *
 * @param <S> what stands behind
 */
abstract class StatementSpans<S extends Statement> extends StatementDelegate<S> {

  final TracedConnection connection;

  /** What is being read; {@code null} where nothing is, or nothing is recorded. */
  private Reading reading;

  private TracedResultSet lastGiven;

  StatementSpans(S delegate, TracedConnection connection) {
    super(delegate);
    this.connection = connection;
  }

  /** Executing again closes what was being read (JDBC 4.3, section 13.1.2). */
  final DbSpan start(String sql, boolean prepared, long batchSize) {
    endReading();
    return connection.start(sql, prepared, batchSize);
  }

  final void failed(DbSpan span, Throwable failure) {
    connection.failed(span, failure);
    span.end();
  }

  /** The execution gave rows; the span ends when they have been read. */
  final ResultSet gave(DbSpan span, ResultSet rows) {
    read(span);
    return given(rows);
  }

  /** The execution gave a number. */
  final void changed(DbSpan span, long rows) {
    span.affectedRows(rows);
    span.end();
  }

  /** The execution of a batch gave a number for each, or a code below zero. */
  final void changed(DbSpan span, int[] rows) {
    if (span.isRecording() && rows != null) {
      long sum = 0;
      for (int count : rows) {
        sum += Math.max(0, count);
      }
      span.affectedRows(sum);
    }
    span.end();
  }

  /** As above. */
  final void changed(DbSpan span, long[] rows) {
    if (span.isRecording() && rows != null) {
      long sum = 0;
      for (long count : rows) {
        sum += Math.max(0, count);
      }
      span.affectedRows(sum);
    }
    span.end();
  }

  /** The execution gave rows, which the application may ask for, or something else. */
  final void executed(DbSpan span, boolean gaveRows) {
    if (gaveRows) {
      read(span);
    } else {
      span.end();
    }
  }

  private void read(DbSpan span) {
    if (span.isRecording()) {
      long now = System.nanoTime();
      span.executed(now);
      reading = new Reading(span, this, connection.open(), now);
    }
  }

  /** Reading what an execution gave has failed. */
  final void failed(Reading read, Throwable failure) {
    connection.failed(read.span(), failure);
  }

  /** The same for the same. */
  final ResultSet given(ResultSet rows) {
    if (rows == null) {
      return null;
    }
    TracedResultSet last = lastGiven;
    if (last == null || !last.isAround(rows)) {
      last = new TracedResultSet(rows, this, reading);
      lastGiven = last;
    }
    return last;
  }

  /** What is being read goes on beside what comes; its span ends with its result set. */
  final void keepReading() {
    reading = null;
    lastGiven = null;
  }

  final void endReading() {
    Reading ended = reading;
    reading = null;
    lastGiven = null;
    if (ended != null) {
      ended.end();
    }
  }
}
