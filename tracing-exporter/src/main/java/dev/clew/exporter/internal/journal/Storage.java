// SPDX-License-Identifier: Apache-2.0
package dev.clew.exporter.internal.journal;

/**
 * The memory of a segment: the bytes of its records, back to back, and one entry a record, which
 * publishes it: written with release after the bytes, so that whoever sees it sees them.
 *
 * <p>An entry is one long: a bit that says it is there, 15 bits of scope, 24 of the offset and 24
 * of the length.
 */
public abstract class Storage {

  /** The largest number of a scope. */
  public static final int MAX_SCOPE = (1 << 15) - 2;

  private static final long PUBLISHED = Long.MIN_VALUE;
  private static final int NO_SCOPE = MAX_SCOPE + 1;
  private static final int BITS = 24;
  private static final int MASK = (1 << BITS) - 1;

  /** For those in this package and the next. */
  protected Storage() {}

  /** What publishes a record. */
  protected static long entry(int scope, int offset, int length) {
    return PUBLISHED | (long) scope << 2 * BITS | (long) offset << BITS | length;
  }

  /** The entry of a record whose bytes could not be written. */
  static long voidEntry(int offset, int length) {
    return entry(NO_SCOPE, offset, length);
  }

  /** Where its bytes start. */
  public static int offset(long entry) {
    return (int) (entry >>> BITS) & MASK;
  }

  /** How many bytes it has. */
  public static int length(long entry) {
    return (int) entry & MASK;
  }

  /** The number of its scope. */
  public static int scope(long entry) {
    return (int) (entry >>> 2 * BITS) & NO_SCOPE;
  }

  /** Whether it publishes a record without bytes. */
  public static boolean isVoid(long entry) {
    return scope(entry) == NO_SCOPE;
  }

  /** How many records it has room for. */
  protected abstract int records();

  /** How many bytes of records it has room for. */
  protected abstract int capacity();

  /** Copies a record to an offset, and publishes it. */
  protected abstract void write(
      int index, int scope, int offset, byte[] source, int from, int length);

  /** Publishes a record whose bytes are there, or never will be. */
  protected abstract void publish(int index, long entry);

  /** What is published at an index; 0 where nothing is yet. */
  protected abstract long entry(int index);

  /**
   * The array that has the bytes, which stay as they are for whoever has not done with them; {@code
   * null} where there is none, and {@link #copy} has to be used.
   */
  protected abstract byte[] array();

  /** Copies bytes out; what they are worth is to be checked afterwards. */
  protected abstract void copy(int offset, byte[] target, int to, int length);

  /** Makes it as new; nobody may be using it. */
  protected abstract void clear(int records);
}
