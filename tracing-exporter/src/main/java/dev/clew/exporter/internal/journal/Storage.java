// SPDX-License-Identifier: Apache-2.0
package dev.clew.exporter.internal.journal;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;

/**
 * The memory of a segment: the bytes of its records, back to back, and one entry a record, which
 * publishes it. Entries have an array of their own, because since Java 22 a view of a byte array
 * has no release and acquire access.
 */
final class Storage {

  /** Room for records of 112 bytes on average before entries run out; a span is rarely shorter. */
  private static final int BYTES_PER_ENTRY = 128;

  private static final VarHandle ENTRIES = MethodHandles.arrayElementVarHandle(long[].class);
  private static final long PUBLISHED = Long.MIN_VALUE;
  private static final int NO_SCOPE = Integer.MAX_VALUE;

  final byte[] bytes;
  private final long[] entries;

  /**
   * Takes that many bytes of memory in all.
   *
   * @param size at least 128
   */
  Storage(int size) {
    entries = new long[size / BYTES_PER_ENTRY];
    bytes = new byte[size - entries.length * Long.BYTES];
  }

  static int largestRecord(int size) {
    return size - size / BYTES_PER_ENTRY * Long.BYTES;
  }

  int records() {
    return entries.length;
  }

  void publish(int index, int scope, int length) {
    ENTRIES.setRelease(entries, index, PUBLISHED | (long) scope << 32 | length);
  }

  /** Publishes a record whose bytes could not be written. */
  void publishVoid(int index, int length) {
    publish(index, NO_SCOPE, length);
  }

  /** What is published at an index; 0 where nothing is yet. */
  long entry(int index) {
    return (long) ENTRIES.getAcquire(entries, index);
  }

  static int length(long entry) {
    return (int) entry;
  }

  static int scope(long entry) {
    return (int) (entry >>> 32) & Integer.MAX_VALUE;
  }

  static boolean isVoid(long entry) {
    return scope(entry) == NO_SCOPE;
  }

  /** Makes it as new; nobody may be using it. */
  Storage clear(int records) {
    Arrays.fill(entries, 0, records, 0);
    return this;
  }
}
