// SPDX-License-Identifier: Apache-2.0
package dev.clew.jdbc;

import java.lang.ref.WeakReference;

/**
 * The queries of a connection, and its transaction, whose spans have not ended, so that closing the
 * connection ends them, or forgetting it. Thread-safe.
 */
final class OpenSpans extends WeakReference<TracedConnection> implements Forgotten.Trace {

  private final Forgotten forgotten;

  /** The newest, from which the others hang; guarded by this. */
  private Reading newest;

  /** {@code null} where none is open; written under this. */
  private volatile Transaction transaction;

  /** Guarded by this. */
  private boolean watched;

  /** For a connection on which something is read for the first time. */
  OpenSpans(TracedConnection connection, Forgotten forgotten) {
    super(connection, forgotten.queue());
    this.forgotten = forgotten;
  }

  /** Whether these are of that application. */
  boolean areOf(Forgotten application) {
    return forgotten == application;
  }

  Forgotten forgotten() {
    return forgotten;
  }

  boolean areInTransaction() {
    return transaction != null;
  }

  synchronized void began(Transaction started) {
    watch();
    transaction = started;
  }

  /** The transaction, which is over; {@code null} where there was none. */
  Transaction takeTransaction() {
    if (transaction == null) {
      return null;
    }
    synchronized (this) {
      Transaction over = transaction;
      transaction = null;
      return over;
    }
  }

  private void watch() {
    if (!watched) {
      watched = true;
      forgotten.watch(this);
    }
  }

  synchronized void add(Reading reading) {
    watch();
    reading.older = newest;
    newest = reading;
  }

  /** Whether it was open. */
  synchronized boolean remove(Reading reading) {
    if (newest == reading) {
      newest = reading.older;
      return true;
    }
    Reading newer = newest;
    while (newer != null && newer.older != reading) {
      newer = newer.older;
    }
    if (newer == null) {
      return false;
    }
    newer.older = reading.older;
    return true;
  }

  /** Ends all; the connection has been closed, or the application stops. */
  void end() {
    for (Reading reading = first(); reading != null; reading = first()) {
      reading.end();
    }
    release();
  }

  @Override
  public void collected() {
    for (Reading reading = first(); reading != null; reading = first()) {
      reading.collected();
    }
    release();
  }

  private synchronized Reading first() {
    return newest;
  }

  private void release() {
    Transaction unfinished = takeTransaction();
    if (unfinished != null) {
      unfinished.end(Outcome.UNKNOWN);
    }
    unwatch();
  }

  private synchronized void unwatch() {
    watched = false;
    forgotten.release(this);
  }
}
