// SPDX-License-Identifier: Apache-2.0
package dev.clew.exporter.internal.journal;

import java.lang.invoke.VarHandle;
import java.util.function.LongConsumer;

/**
 * One reader's place in a journal. For one thread, but for the numbers it gives, which any may
 * read.
 */
public final class Cursor {

  /** Takes records. */
  @FunctionalInterface
  public interface Reader {

    /** Whether it wants the next record, which is of that scope; if not, reading ends. */
    default boolean wants(int scope) {
      return true;
    }

    /**
     * Takes a record, whose bytes stay as they are until {@link Cursor#done}, and until the next
     * {@link Cursor#read}.
     *
     * @return whether it wants one more
     */
    boolean record(int scope, byte[] bytes, int offset, int length);
  }

  private static final LongConsumer NOWHERE = number -> {};

  private final Journal journal;
  private final Skips skips = new Skips();
  private LongConsumer mark = NOWHERE;
  private Segment segment;
  private int index;

  /** Where records are copied to that cannot be shown where they are; used again by every read. */
  private byte[] copies = {};

  private int copied;

  /** The number of the next record to read. Written by the reader only. */
  private volatile long position;

  /** How many records before the position were lost to it. Written by the reader only. */
  private volatile long lost;

  /** The first segment whose memory it still needs. */
  private volatile long doneBefore;

  Cursor(Journal journal, Segment segment) {
    this.journal = journal;
    this.segment = segment;
    this.position = segment.first;
    this.doneBefore = segment.number;
  }

  /**
   * Says where to note the number of the first record it has not done with. To be called before it
   * reads, as {@link #skip}.
   */
  public void markAt(LongConsumer place) {
    mark = place;
  }

  /** Passes over the record of that number, which is larger than those passed over so far. */
  public void skip(long number) {
    skips.add(number);
  }

  /** Reads on, to the first record that is not there yet or until the reader has enough. */
  public void read(Reader reader) {
    copied = 0;
    skipEvicted();
    boolean more = true;
    while (more) {
      Storage storage = segment.storage();
      if (storage == null || index == storage.records()) {
        more = moveOn();
        continue;
      }
      long entry = storage.entry(index);
      if (entry == 0) {
        more = moveOn();
        continue;
      }
      more = take(storage, entry, reader);
    }
  }

  /** A reader that throws has not taken the record, and will see it again. */
  private boolean take(Storage storage, long entry, Reader reader) {
    long number = position;
    if (skips.between(number, number + 1) > 0) {
      return passed(true);
    }
    if (Storage.isVoid(entry)) {
      lost = lost + 1;
      return passed(true);
    }
    if (!reader.wants(Storage.scope(entry))) {
      return false;
    }
    int offset = Storage.offset(entry);
    int length = Storage.length(entry);
    byte[] bytes = storage.array();
    if (bytes == null) {
      offset = copy(storage, offset, length);
      if (journal.head().number > segment.number) {
        // Evicted, so that its memory may have been written again before it was copied.
        skipEvicted();
        return true;
      }
      bytes = copies;
    }
    return passed(reader.record(Storage.scope(entry), bytes, offset, length));
  }

  private boolean passed(boolean more) {
    index++;
    position = position + 1;
    return more;
  }

  private int copy(Storage storage, int offset, int length) {
    if (copies.length - copied < length) {
      // The batch in hand refers to the old one.
      copies = new byte[Math.max(2 * copies.length, length)];
      copied = 0;
    }
    int to = copied;
    storage.copy(offset, copies, to, length);
    VarHandle.acquireFence();
    copied += length;
    return to;
  }

  /** Goes to the next segment, if this one is read to its end and there is a next one. */
  private boolean moveOn() {
    Segment next = segment.next();
    if (next == null || next == segment || index != segment.records()) {
      return false;
    }
    journal.advanceTail(next);
    enter(next);
    return true;
  }

  private void skipEvicted() {
    Segment oldest = journal.head();
    if (oldest.number > segment.number) {
      lost = lost + mine(position, oldest.first);
      position = oldest.first;
      enter(oldest);
    }
  }

  private void enter(Segment next) {
    segment = next;
    index = 0;
  }

  /** Says that what was read so far is not needed any more. */
  public void done() {
    doneBefore = segment.number;
    mark.accept(position);
    journal.release();
  }

  long doneBefore() {
    return doneBefore;
  }

  /** The number of the next record it will read, unless that is evicted first. */
  public long position() {
    return Math.max(position, journal.start());
  }

  /** How many records it will never have seen. */
  public long lost() {
    long seen = position;
    return lost + mine(seen, journal.start());
  }

  /** How many records there are for it, read or not. */
  public long all() {
    return upTo(journal.end());
  }

  /** How many of the records before that number are for it. */
  public long upTo(long number) {
    return mine(0, number);
  }

  /** How many records it has still to read. */
  public long ahead() {
    return mine(position(), journal.end());
  }

  private long mine(long from, long to) {
    return Math.max(0, to - from) - skips.between(from, to);
  }

  /** Whether that many bytes wait to be read, to within a segment. */
  public boolean hasBytes(long bytes) {
    return journal.bytesFrom(segment) >= bytes;
  }
}
