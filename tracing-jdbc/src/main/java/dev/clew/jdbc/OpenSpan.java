// SPDX-License-Identifier: Apache-2.0
package dev.clew.jdbc;

import java.lang.ref.WeakReference;

/**
 * A span that waits for somebody to close what it is about. It ends then, or when the connection is
 * closed, or when the application stops; or once whoever could close it has been collected. It ends
 * once, on whichever thread. Thread-safe; nothing here throws.
 */
abstract class OpenSpan extends WeakReference<Object> {

  private final OpenSpans others;

  /**
   * Written under {@link #others}, as is the next. This itself once it has ended, and that for
   * ever: whoever sees it needs no lock.
   */
  OpenSpan newer;

  OpenSpan older;

  /**
   * One that is still to be added.
   *
   * @param user who can close what it is about, and keeps it open
   */
  OpenSpan(Object user, OpenSpans others) {
    super(user, others.collected());
    this.others = others;
  }

  /** Whether it ends with a connection at the latest. */
  abstract boolean isOf(TracedConnection connection);

  /**
   * Ends it; called once.
   *
   * @param abandoned whether nobody has closed what it is about
   */
  abstract void finish(boolean abandoned);

  /** Does nothing where it has ended. */
  final void end() {
    if (newer != this && others.remove(this)) {
      finish(false);
    }
  }

  /** Nobody can close any more what it is about. */
  final void collected() {
    if (others.remove(this)) {
      finish(true);
    }
  }
}
