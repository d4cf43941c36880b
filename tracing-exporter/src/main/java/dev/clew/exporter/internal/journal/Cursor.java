// SPDX-License-Identifier: Apache-2.0
package dev.clew.exporter.internal.journal;

/**
 * One reader's place in a journal. For one thread, but for the numbers it gives, which any may
 * read.
 */
public final class Cursor {

  /** Takes records. */
  @FunctionalInterface
  public interface Reader {
    /**
     * Takes a record, whose bytes stay as they are until {@link Cursor#done}.
     *
     * @return whether it wants one more
     */
    boolean record(int scope, byte[] bytes, int offset, int length);
  }

  private final Journal journal;
  private Segment segment;
  private int index;
  private int offset;

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

  /** Reads on, to the first record that is not there yet or until the reader has enough. */
  public void read(Reader reader) {
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
    int length = Storage.length(entry);
    boolean more = true;
    if (Storage.isVoid(entry)) {
      lost = lost + 1;
    } else {
      more = reader.record(Storage.scope(entry), storage.bytes, offset, length);
    }
    index++;
    offset += length;
    position = position + 1;
    return more;
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
      lost = lost + oldest.first - position;
      position = oldest.first;
      enter(oldest);
    }
  }

  private void enter(Segment next) {
    segment = next;
    index = 0;
    offset = 0;
  }

  /** Says that what was read so far is not needed any more. */
  public void done() {
    doneBefore = segment.number;
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
    return lost + Math.max(0, journal.start() - seen);
  }

  /** Whether that many bytes wait to be read, to within a segment. */
  public boolean hasBytes(long bytes) {
    return journal.bytesFrom(segment) >= bytes;
  }
}
