// SPDX-License-Identifier: Apache-2.0
package dev.clew.exporter.internal.journal;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.LongAdder;

/**
 * A bounded buffer of records for many producers and a few readers, each with a cursor of its own.
 * Producers never block and never fail: they reserve with one compare-and-set, which fails only
 * where another one succeeded, copy, and publish. Once it is over its limit, its oldest segment is
 * evicted, whoever had not read it.
 *
 * <p>Records are numbered from 0 in the order of their reservation. Thread-safe.
 */
public final class Journal {

  private static final long NEVER = Long.MAX_VALUE;
  private static final VarHandle HEAD;
  private static final VarHandle TAIL;
  private static final VarHandle WAKE_AT;

  static {
    try {
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      HEAD = lookup.findVarHandle(Journal.class, "head", Segment.class);
      TAIL = lookup.findVarHandle(Journal.class, "tail", Segment.class);
      WAKE_AT = lookup.findVarHandle(Journal.class, "wakeAt", long.class);
    } catch (ReflectiveOperationException impossible) {
      throw new ExceptionInInitializerError(impossible);
    }
  }

  private final int segmentBytes;
  private final int maxSegments;
  private final Runnable wake;
  private final List<Cursor> cursors = new CopyOnWriteArrayList<>();
  private final LongAdder refused = new LongAdder();

  private volatile Memory memory;
  private int maxRecord;

  /** The oldest segment kept. */
  private volatile Segment head;

  /** The newest segment, or one shortly before it; never one that has left the list. */
  private volatile Segment tail;

  /** The number of the record at which somebody wants to be woken. */
  private volatile long wakeAt = NEVER;

  private volatile boolean closed;

  /**
   * An empty journal.
   *
   * @param bytes how much memory it may hold; at least two segments are kept whatever it says
   * @param segmentBytes how much of it comes and goes at a time
   * @param wake is run, by producers, when a record is there that somebody waits for, and whenever
   *     a segment is full; must not block or throw
   */
  public Journal(long bytes, int segmentBytes, Runnable wake) {
    this.segmentBytes = segmentBytes;
    this.maxSegments = (int) Math.min(Integer.MAX_VALUE, Math.max(2, bytes / segmentBytes));
    this.wake = wake;
    this.memory = new HeapMemory(segmentBytes);
    this.maxRecord = memory.largestRecord();
    this.head = new Segment(0, 0, memory.take(0, 0));
    this.tail = head;
  }

  /**
   * Takes other memory from the next record on. To be called before there are producers: records
   * that are longer than it can take are only known to those who come later.
   *
   * @param other has to have room for the bytes that the journal may hold
   */
  public void moveTo(Memory other) {
    maxRecord = other.largestRecord();
    memory = other;
    tail.close();
  }

  /** A new reader, which stands before the oldest record kept. */
  public Cursor cursor() {
    Cursor cursor = new Cursor(this, head);
    cursors.add(cursor);
    return cursor;
  }

  /**
   * Appends a record.
   *
   * @param scope 0 or more
   * @return whether it was taken; if not, it was counted as refused
   */
  public boolean offer(int scope, byte[] source, int offset, int length) {
    if (scope < 0
        || scope > Storage.MAX_SCOPE
        || length > maxRecord
        || (offset | length | source.length - offset - length) < 0) {
      return refuse();
    }
    for (Segment segment = tail; segment != null; segment = after(segment)) {
      long reserved = segment.reserve(length);
      if (reserved >= 0) {
        segment.write(reserved, scope, source, offset, length);
        if (segment.first + Segment.index(reserved) >= wakeAt) {
          wakeUp();
        }
        return true;
      }
    }
    return refuse();
  }

  /** Counts a record that cannot be taken; {@code false}. */
  public boolean refuse() {
    refused.increment();
    return false;
  }

  /** Refuses everything from here on; what was taken can still be read. */
  public void close() {
    closed = true;
    for (Segment segment = tail; !segment.isTerminal(); ) {
      segment.close();
      Segment terminal = Segment.terminal(segment);
      Segment next = segment.link(terminal) ? terminal : segment.next();
      segment = next == segment ? tail : next;
      advanceTail(segment);
    }
  }

  /** How many records were taken: the number the next one will have. */
  public long end() {
    Segment segment = tail;
    for (Segment next = segment.next(); next != null; next = segment.next()) {
      segment = next == segment ? tail : next;
    }
    return segment.first + segment.records();
  }

  /** The number of the oldest record kept. */
  public long start() {
    return head.first;
  }

  /** How many records were not taken. */
  public long refused() {
    return refused.sum();
  }

  /** Asks to be woken once the record of that number is there; asks anew after every waking. */
  public void wakeAt(long number) {
    long seen = wakeAt;
    while (number < seen && !WAKE_AT.compareAndSet(this, seen, number)) {
      seen = wakeAt;
    }
  }

  private void wakeUp() {
    wakeAt = NEVER;
    wake.run();
  }

  Segment head() {
    return head;
  }

  long bytesFrom(Segment segment) {
    return (tail.number - segment.number) * segmentBytes;
  }

  /** The segment to try after a closed one; null where the journal is closed. */
  private Segment after(Segment segment) {
    Segment next = segment.next();
    if (next == null) {
      if (closed || segment.isTerminal()) {
        return null;
      }
      next = append(segment);
    }
    if (next == segment) {
      return tail;
    }
    if (next != null) {
      advanceTail(next);
    }
    return next;
  }

  private Segment append(Segment last) {
    long first = last.first + last.records();
    Memory from = memory;
    Storage storage = from.take(last.number + 1, first);
    if (storage == null) {
      return last.next();
    }
    Segment fresh = new Segment(last.number + 1, first, storage);
    if (!last.link(fresh)) {
      from.free(storage, 0);
      return last.next();
    }
    advanceTail(fresh);
    evict();
    wake.run();
    return fresh;
  }

  /** Moves the tail on, never back. Done before any older segment leaves the list. */
  void advanceTail(Segment to) {
    Segment seen = tail;
    while (seen.number < to.number && !TAIL.compareAndSet(this, seen, to)) {
      seen = tail;
    }
  }

  private void evict() {
    Segment oldest = head;
    while (tail.number - oldest.number >= maxSegments) {
      Storage storage = oldest.storage();
      if (removeHead(oldest)) {
        memory.evicted(storage, oldest.records());
      }
      oldest = head;
    }
  }

  /** Gives up the segments that every cursor has done with, and keeps one's memory for later. */
  void release() {
    Segment oldest = head;
    while (oldest.number < doneBefore()) {
      Storage storage = oldest.storage();
      if (removeHead(oldest)) {
        memory.free(storage, oldest.records());
      }
      oldest = head;
    }
  }

  private long doneBefore() {
    long done = Long.MAX_VALUE;
    for (Cursor cursor : cursors) {
      done = Math.min(done, cursor.doneBefore());
    }
    return done;
  }

  private boolean removeHead(Segment oldest) {
    Segment next = oldest.next();
    if (next == oldest || !HEAD.compareAndSet(this, oldest, next)) {
      return false;
    }
    oldest.unlink();
    return true;
  }
}
