// SPDX-License-Identifier: Apache-2.0
package dev.clew.exporter.internal.delivery;

import dev.clew.exporter.internal.journal.Cursor;
import dev.clew.exporter.internal.journal.Journal;

/**
 * What became of the spans of one sender: accepted = sent + dropped + pending, where accepted is
 * the journal's count. Written by the sender's thread, read by any; each number is consistent by
 * itself, all of them together whenever nothing is under way.
 */
final class Tally {

  private final Journal journal;
  private final Cursor cursor;
  private long sent;
  private long retried;
  private long dropped;
  private long inHand;
  private boolean abandoned;

  Tally(Journal journal, Cursor cursor) {
    this.journal = journal;
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
   * @return how many that was
   */
  synchronized long abandon() {
    long given = pending();
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
    return abandoned ? journal.end() - sent : dropped + cursor.lost();
  }

  synchronized long pending() {
    return abandoned ? 0 : journal.end() - cursor.position() + inHand;
  }
}
