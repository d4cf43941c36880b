// SPDX-License-Identifier: Apache-2.0
package dev.clew.exporter.internal.spool;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/** What a journal's file has to know beside its records. Immutable. */
final class Note {

  /** This run's resource. */
  static final int RESOURCE = 1;

  /** A scope; the first has number 1. */
  static final int SCOPE = 2;

  /** The resource of an earlier run. */
  static final int EARLIER = 3;

  /** The name of a file whose spans were taken over. */
  static final int TAKEN_OVER = 4;

  final int kind;

  /**
   * For a scope of an earlier run, the number of its resource among those noted as {@link
   * #EARLIER}, from 1; 0 for this run's.
   */
  final int resource;

  /** For a scope of an earlier run, which rows of senders have its spans already. */
  final long delivered;

  final byte[] bytes;

  Note(int kind, int resource, long delivered, byte[] bytes) {
    this.kind = kind;
    this.resource = resource;
    this.delivered = delivered;
    this.bytes = bytes;
  }

  /**
   * Writes it, its first word last.
   *
   * @return where the next one goes; 0 where it has no room
   */
  int write(ByteBuffer to, int at) {
    int end = at + size(bytes.length);
    if (end > Layout.SEGMENT) {
      return 0;
    }
    to.putLong(at + 8, delivered);
    to.putInt(at + 16, resource);
    to.putInt(at + 20, check());
    to.put(at + Layout.NOTE_HEADER, bytes);
    Layout.LONGS.setRelease(to, at, (long) kind << 32 | bytes.length);
    return end;
  }

  /** The note there; {@code null} where there is none, or none that can be read. */
  static Note read(ByteBuffer from, int at) {
    if (at + Layout.NOTE_HEADER > Layout.SEGMENT) {
      return null;
    }
    long word = from.getLong(at);
    int length = (int) word;
    if (word == 0 || length < 0 || length > Layout.SEGMENT - at - Layout.NOTE_HEADER) {
      return null;
    }
    byte[] bytes = new byte[length];
    from.get(at + Layout.NOTE_HEADER, bytes);
    Note note = new Note((int) (word >>> 32), from.getInt(at + 16), from.getLong(at + 8), bytes);
    return note.check() == from.getInt(at + 20) ? note : null;
  }

  /** How much room it takes, so that the next one is aligned. */
  static int size(int length) {
    return Layout.NOTE_HEADER + length + 7 & -8;
  }

  private int check() {
    CRC32C crc = new CRC32C();
    crc.update(bytes);
    crc.update(ByteBuffer.allocate(16).putInt(kind).putInt(resource).putLong(delivered).flip());
    return (int) crc.getValue();
  }
}
