// SPDX-License-Identifier: Apache-2.0
package dev.clew.exporter.internal.spool;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/**
 * How a journal stands in its file; all numbers are little-endian, every word that publishes
 * something is aligned.
 *
 * <pre>
 * 0         magic and version, state, size of the file
 * 64        63 rows of 64 bytes, one a sender: its mark, the length of its name, its name
 * 4096      notes: resources, scopes, files that were taken over
 * SEGMENT   a segment: its number, the number of its first record, a check; from 64 on 2048 entries,
 *           each with a check; then the bytes of the records
 * 2*SEGMENT the next segment, and so on; in any order, and as many as fit
 * </pre>
 */
final class Layout {

  static final int SEGMENT = 256 << 10;

  /** Changes with the version of the layout: other versions are not read. */
  static final long MAGIC = 0x314c_4e4a_5745_4c43L;

  static final int STATE = 8;
  static final long READY = 0x7964_6165_72L;

  static final int SIZE = 16;

  static final int ROWS = 64;
  static final int ROW = 64;
  static final int MAX_ROWS = 63;
  static final int NAME = 9;
  static final int MAX_NAME = ROW - NAME;

  static final int NOTES = 4096;
  static final int NOTE_HEADER = 24;

  static final int TABLE = 64;
  static final int ENTRY = 16;
  static final int ENTRIES = SEGMENT / 128;
  static final int BYTES = TABLE + ENTRIES * ENTRY;
  static final int CAPACITY = SEGMENT - BYTES;

  /** Words of a buffer, to be written with release and read with acquire. */
  static final VarHandle LONGS =
      MethodHandles.byteBufferViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private Layout() {}

  /** Of a segment's header. */
  static long check(long number, long first) {
    return mix(number + mix(first));
  }

  /** Of a record: it covers its bytes, its entry, and the segment, which is used again. */
  static long check(long number, long entry, byte[] bytes, int offset, int length) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, offset, length);
    return mix(entry ^ mix(number)) ^ crc.getValue();
  }

  /** A number with 16 bits that tell whether it was damaged. */
  static long mark(long number) {
    return number << 16 | mix(number) & 0xffff;
  }

  /** The number of a mark; 0 where it is damaged, since twice is better than never. */
  static long marked(long mark) {
    long number = mark >>> 16;
    return mark(number) == mark ? number : 0;
  }

  private static long mix(long value) {
    long mixed = (value ^ value >>> 32) * 0x9e37_79b9_7f4a_7c15L;
    return (mixed ^ mixed >>> 29) * 0xbf58_476d_1ce4_e5b9L;
  }
}
