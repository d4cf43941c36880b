// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.db;

import dev.clew.api.spi.TimedSpan;
import dev.clew.instrument.ErrorText;
import dev.clew.instrument.Guard;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import java.util.concurrent.TimeUnit;

/**
 * The span of one execution, from {@link DbTracer#start} to {@link #end}. The first end counts,
 * from whichever thread it comes. Thread-safe; nothing here throws.
 */
public final class DbSpan {

  /** Stands for no span. */
  static final DbSpan INERT = new DbSpan(Span.getInvalid(), null);

  private static final double NANOS_PER_SECOND = 1e9;

  private final Span span;

  /** Of statements that carry a comment; {@code null} where they do not. */
  private final SqlDialect commented;

  /** When it started, by {@link System#nanoTime}. */
  private final long started;

  /** Of a span that records. */
  DbSpan(Span span, SqlDialect commented) {
    this.span = span;
    this.commented = commented;
    this.started = span instanceof TimedSpan timed ? timed.startNanoTime() : System.nanoTime();
  }

  /** One that records nothing. */
  public static DbSpan none() {
    return INERT;
  }

  /** Whether it is worth finding out what could be said of it. */
  public boolean isRecording() {
    return this != INERT;
  }

  /** The statement as it is to be sent: where that is asked for, with a comment about this span. */
  public String commented(String sql) {
    if (commented == null) {
      return sql;
    }
    try {
      return SqlCommenter.commented(sql, commented, span.getSpanContext());
    } catch (Throwable failure) {
      Guard.failed("put the trace into a statement", failure);
      return sql;
    }
  }

  /**
   * Says that the execution has failed. The exception itself, with its stack trace, is for a span
   * that it passes through, not for this one.
   *
   * @param statusCode what the database calls it; {@code null} where not known
   */
  public void error(Throwable error, String statusCode) {
    if (this == INERT) {
      return;
    }
    try {
      span.setAttribute(Keys.ERROR_TYPE, error.getClass().getName());
      if (statusCode != null) {
        span.setAttribute(Keys.STATUS_CODE, statusCode);
      }
      span.setStatus(StatusCode.ERROR, ErrorText.ofApplication().messageOfDriver(error));
    } catch (Throwable failure) {
      Guard.failed("record an error of a database", failure);
    }
  }

  /**
   * Says which database it is about, where it is no execution.
   *
   * @param activity what it is, for its name
   */
  public void describe(String activity, Database database) {
    if (this == INERT) {
      return;
    }
    try {
      String namespace = database.namespace();
      span.updateName(namespace == null ? activity : activity + ' ' + namespace);
      span.setAllAttributes(Execution.attributes(database).build());
    } catch (Throwable failure) {
      Guard.failed("describe a database span", failure);
    }
  }

  /** Says how many rows the execution has changed. */
  public void affectedRows(long rows) {
    if (rows >= 0) {
      set(Keys.AFFECTED_ROWS, rows);
    }
  }

  /** Says how many rows have been read. */
  public void returnedRows(long rows) {
    set(Keys.RETURNED_ROWS, rows);
  }

  /**
   * Says how long it took until rows could be read, for a span that ends when they have been.
   *
   * @param nanoTime when they could, by {@link System#nanoTime}
   */
  public void executed(long nanoTime) {
    set(Keys.EXECUTION, (nanoTime - started) / NANOS_PER_SECOND);
  }

  /** Says how long the database's driver was at work while rows were read. */
  public void fetchedIn(long nanos) {
    set(Keys.FETCH, nanos / NANOS_PER_SECOND);
  }

  /** Says how the transaction that it is about has ended. */
  public void outcome(String outcome) {
    set(Keys.OUTCOME, outcome);
  }

  /** Sets an attribute. */
  public <T> void set(AttributeKey<T> key, T value) {
    if (this == INERT) {
      return;
    }
    try {
      span.setAttribute(key, value);
    } catch (Throwable failure) {
      Guard.failed("describe a database span", failure);
    }
  }

  /** Ends it. */
  public void end() {
    if (this == INERT) {
      return;
    }
    try {
      span.end();
    } catch (Throwable failure) {
      Guard.failed("end a database span", failure);
    }
  }

  /**
   * Ends it.
   *
   * @param nanoTime the time, which the caller has just read from {@link System#nanoTime}
   */
  public void end(long nanoTime) {
    if (span instanceof TimedSpan timed) {
      timed.endNanoTime(nanoTime);
    } else {
      end();
    }
  }

  /**
   * Ends it, where nobody has closed what it is about.
   *
   * @param nanoTime when that was used for the last time, by {@link System#nanoTime}
   */
  public void endAbandoned(long nanoTime) {
    set(Keys.ABANDONED, true);
    if (span instanceof TimedSpan) {
      end(nanoTime);
      return;
    }
    long now = TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis());
    try {
      span.end(now - (System.nanoTime() - nanoTime), TimeUnit.NANOSECONDS);
    } catch (Throwable failure) {
      Guard.failed("end a database span", failure);
    }
  }
}
