// SPDX-License-Identifier: Apache-2.0
package dev.clew.console.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.zip.CRC32C;

/**
 * A record in a file: its length, the CRC-32C of length and payload, the payload; all big-endian. A
 * record that a crash has cut short does not match its checksum.
 */
final class Frame {

  static final int HEADER = 2 * Integer.BYTES;

  private Frame() {}

  static ByteBuffer header(byte[] payload) {
    return ByteBuffer.allocate(HEADER)
        .putInt(payload.length)
        .putInt(checksum(payload.length, payload))
        .flip();
  }

  /**
   * The payload of the record at an offset.
   *
   * @param end up to where the file may be read
   * @return {@code null} where there is no whole and sound record
   */
  static byte[] read(FileChannel file, long offset, long end) throws IOException {
    ByteBuffer header = ByteBuffer.allocate(HEADER);
    if (offset + HEADER > end || !fill(file, header, offset)) {
      return null;
    }
    int length = header.getInt(0);
    if (length <= 0 || length > end - offset - HEADER) {
      return null;
    }
    ByteBuffer payload = ByteBuffer.allocate(length);
    return fill(file, payload, offset + HEADER)
            && checksum(length, payload.array()) == header.getInt(Integer.BYTES)
        ? payload.array()
        : null;
  }

  private static boolean fill(FileChannel file, ByteBuffer into, long offset) throws IOException {
    while (into.hasRemaining()) {
      if (file.read(into, offset + into.position()) < 0) {
        return false;
      }
    }
    return true;
  }

  private static int checksum(int length, byte[] payload) {
    CRC32C crc = new CRC32C();
    crc.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, length));
    crc.update(payload, 0, payload.length);
    return (int) crc.getValue();
  }
}
