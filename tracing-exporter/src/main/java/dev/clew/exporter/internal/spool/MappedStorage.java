// SPDX-License-Identifier: Apache-2.0
package dev.clew.exporter.internal.spool;

import dev.clew.exporter.internal.journal.Storage;
import java.nio.ByteBuffer;

/** A segment in a mapped file. */
final class MappedStorage extends Storage {

  private static final byte[] ZEROS = new byte[Layout.ENTRIES * Layout.ENTRY];

  private final ByteBuffer buffer;
  private long number;

  /** How many records were reserved in it when it was evicted. */
  private int reserved;

  MappedStorage(ByteBuffer buffer) {
    this.buffer = buffer;
  }

  /** Says which segment it is from here on. */
  MappedStorage begin(long segment, long first) {
    number = segment;
    buffer.putLong(0, segment);
    buffer.putLong(8, first);
    buffer.putLong(16, Layout.check(segment, first));
    return this;
  }

  @Override
  protected int records() {
    return Layout.ENTRIES;
  }

  @Override
  protected int capacity() {
    return Layout.CAPACITY;
  }

  @Override
  protected void write(int index, int scope, int offset, byte[] source, int from, int length) {
    long entry = entry(scope, offset, length);
    buffer.put(Layout.BYTES + offset, source, from, length);
    buffer.putLong(
        Layout.TABLE + index * Layout.ENTRY + Long.BYTES,
        Layout.check(number, entry, source, from, length));
    publish(index, entry);
  }

  @Override
  protected void publish(int index, long entry) {
    Layout.LONGS.setRelease(buffer, Layout.TABLE + index * Layout.ENTRY, entry);
  }

  @Override
  protected long entry(int index) {
    return (long) Layout.LONGS.getAcquire(buffer, Layout.TABLE + index * Layout.ENTRY);
  }

  @Override
  protected byte[] array() {
    return null;
  }

  @Override
  protected void copy(int offset, byte[] target, int to, int length) {
    buffer.get(Layout.BYTES + offset, target, to, length);
  }

  @Override
  protected void clear(int records) {
    buffer.put(Layout.TABLE, ZEROS, 0, records * Layout.ENTRY);
  }

  MappedStorage evicted(int records) {
    reserved = records;
    return this;
  }

  /**
   * Makes it as new, if no producer will write to it any more: all that was reserved is published.
   */
  boolean clearIfQuiet() {
    for (int i = 0; i < reserved; i++) {
      if (entry(i) == 0) {
        return false;
      }
    }
    clear(reserved);
    return true;
  }
}
