// SPDX-License-Identifier: Apache-2.0
package dev.clew.exporter.internal.journal;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * A stretch of the journal. Its state is one word: closed or not, how many records, how many bytes;
 * so the number of records before any segment is exact at every instant, whatever producers are
 * stalled where.
 */
final class Segment {

  private static final long CLOSED = Long.MIN_VALUE;
  private static final long ONE_RECORD = 1L << 32;
  private static final VarHandle STATE;
  private static final VarHandle NEXT;

  static {
    try {
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      STATE = lookup.findVarHandle(Segment.class, "state", long.class);
      NEXT = lookup.findVarHandle(Segment.class, "next", Segment.class);
    } catch (ReflectiveOperationException impossible) {
      throw new ExceptionInInitializerError(impossible);
    }
  }

  /** Position in the list, from 0. */
  final long number;

  /** How many records there are in all segments before this one. */
  final long first;

  private volatile long state;

  /** The next one; itself once this one has left the list, so that it keeps nothing alive. */
  private volatile Segment next;

  /**
   * Null for the last one of a closed journal, and once it has left the list if it is on the heap.
   * Not volatile: whoever still sees it may still use it.
   */
  private Storage storage;

  Segment(long number, long first, Storage storage) {
    this.number = number;
    this.first = first;
    this.storage = storage;
  }

  /** The end of a closed journal, which takes nothing. */
  static Segment terminal(Segment last) {
    Segment terminal = new Segment(last.number + 1, last.first + last.records(), null);
    terminal.state = CLOSED;
    return terminal;
  }

  boolean isTerminal() {
    return storage == null && next == null;
  }

  Storage storage() {
    return storage;
  }

  /**
   * Reserves room, or closes the segment where there is not enough.
   *
   * @return the state before, with the record's index and offset; negative where it is closed
   */
  long reserve(int length) {
    Storage room = storage;
    long seen = state;
    while (seen >= 0) {
      if (room == null
          || index(seen) == room.records()
          || length > room.capacity() - offset(seen)) {
        close();
        return CLOSED;
      }
      if (STATE.compareAndSet(this, seen, seen + ONE_RECORD + length)) {
        return seen;
      }
      seen = state;
    }
    return seen;
  }

  /**
   * Copies the record and publishes it. Readers wait for every one that was reserved: where this
   * one cannot be copied (no stack left, say) they are told to count it as lost and go on.
   */
  void write(long reserved, int scope, byte[] source, int offset, int length) {
    Storage room = storage;
    if (room == null) {
      return;
    }
    int target = offset(reserved);
    try {
      room.write(index(reserved), scope, target, source, offset, length);
    } catch (Throwable failed) {
      room.publish(index(reserved), Storage.voidEntry(target, length));
    }
  }

  void close() {
    STATE.getAndBitwiseOr(this, CLOSED);
  }

  /** How many records were reserved; final once it is closed. */
  int records() {
    return index(state & ~CLOSED);
  }

  Segment next() {
    return next;
  }

  boolean link(Segment following) {
    return NEXT.compareAndSet(this, null, following);
  }

  /**
   * Takes it out of the list. Memory that is used again stays known to producers that are late: it
   * is not before they have published.
   */
  void unlink() {
    next = this;
    if (storage.array() != null) {
      storage = null;
    }
  }

  static int index(long reserved) {
    return (int) (reserved >>> 32);
  }

  static int offset(long reserved) {
    return (int) reserved;
  }
}
