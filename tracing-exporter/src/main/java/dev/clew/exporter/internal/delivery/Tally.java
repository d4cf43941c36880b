// SPDX-License-Identifier: Apache-2.0
package dev.clew.exporter.internal.delivery;

import dev.clew.exporter.internal.journal.Cursor;

/**
 * What became of the spans of one sender: all = sent + dropped + pending + kept, where all are
 * those the journal has for it. Written by the sender's thread, read by any; each number is
 * consistent by itself, all of them together whenever nothing is under way.
 */
final class Tally {

  private final Cursor cursor;
  private long sent;
  private long retried;
  private long dropped;
  private long inHand;
  private boolean abandoned;
  private long kept;

  Tally(Cursor cursor) {
    this.cursor = cursor;
  }

  synchronized void taken(long spans) {
    inHand = spans;
  }

  synchronized void retry(long spans) {
    retried += abandoned ? 0 : spans;
  }

  /** The batch in hand is done with. */
  synchronized void settled(long arrived, long lost) {
    if (!abandoned) {
      sent += arrived;
      dropped += lost;
      inHand = 0;
    }
  }

  /**
   * Gives up all that is pending; whatever still happens is not counted.
   *
   * @param keep whether a later start will find it
   * @return how many that was
   */
  synchronized long abandon(boolean keep) {
    long given = pending();
    kept = keep ? given : 0;
    abandoned = true;
    return given;
  }

  synchronized long sent() {
    return sent;
  }

  synchronized long retried() {
    return retried;
  }

  synchronized long dropped() {
    return abandoned ? cursor.all() - sent - kept : dropped + cursor.lost();
  }

  synchronized long pending() {
    return abandoned ? 0 : cursor.ahead() + inHand;
  }

  synchronized long kept() {
    return kept;
  }
}
