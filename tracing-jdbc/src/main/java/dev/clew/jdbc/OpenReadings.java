// SPDX-License-Identifier: Apache-2.0
package dev.clew.jdbc;

import java.lang.ref.WeakReference;

/**
 * The queries of a connection whose spans have not ended, so that closing the connection ends them,
 * or forgetting it. Only what is recorded gets here. Thread-safe.
 */
final class OpenReadings extends WeakReference<TracedConnection> implements Forgotten.Trace {

  private final Forgotten forgotten;

  /** The newest, from which the others hang; guarded by this. */
  private Reading newest;

  /** Guarded by this. */
  private boolean watched;

  /** For a connection on which something is read for the first time. */
  OpenReadings(TracedConnection connection, Forgotten forgotten) {
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

  synchronized void add(Reading reading) {
    if (!watched) {
      watched = true;
      forgotten.watch(this);
    }
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

  private synchronized void release() {
    watched = false;
    forgotten.release(this);
  }
}
