// SPDX-License-Identifier: Apache-2.0
package dev.clew.exporter.internal.journal;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;

/**
 * A segment in arrays. Entries have one of their own, because since Java 22 a view of a byte array
 * has no release and acquire access.
 */
final class HeapStorage extends Storage {

  /** Room for records of 112 bytes on average before entries run out; a span is rarely shorter. */
  private static final int BYTES_PER_ENTRY = 128;

  private static final VarHandle ENTRIES = MethodHandles.arrayElementVarHandle(long[].class);

  private final byte[] bytes;
  private final long[] entries;

  /**
   * Takes that many bytes of memory in all.
   *
   * @param size at least 128
   */
  HeapStorage(int size) {
    entries = new long[size / BYTES_PER_ENTRY];
    bytes = new byte[largestRecord(size)];
  }

  static int largestRecord(int size) {
    return size - size / BYTES_PER_ENTRY * Long.BYTES;
  }

  @Override
  protected int records() {
    return entries.length;
  }

  @Override
  protected int capacity() {
    return bytes.length;
  }

  @Override
  protected void write(int index, int scope, int offset, byte[] source, int from, int length) {
    System.arraycopy(source, from, bytes, offset, length);
    publish(index, entry(scope, offset, length));
  }

  @Override
  protected void publish(int index, long entry) {
    ENTRIES.setRelease(entries, index, entry);
  }

  @Override
  protected long entry(int index) {
    return (long) ENTRIES.getAcquire(entries, index);
  }

  @Override
  protected byte[] array() {
    return bytes;
  }

  @Override
  protected void copy(int offset, byte[] target, int to, int length) {
    System.arraycopy(bytes, offset, target, to, length);
  }

  @Override
  protected void clear(int records) {
    Arrays.fill(entries, 0, records, 0);
  }
}
