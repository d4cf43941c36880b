// SPDX-License-Identifier: Apache-2.0
package dev.clew.exporter.sender;

import java.io.IOException;
import java.io.OutputStream;

/** Tags and lengths as protobuf writes them, for fields below 16. */
final class Varint {

  private Varint() {}

  /** How long a field with a body of {@code length} bytes is in all. */
  static int field(int length) {
    return 1 + (38 - Integer.numberOfLeadingZeros(length | 1)) / 7 + length;
  }

  static void write(OutputStream out, int tag, int length) throws IOException {
    out.write(tag);
    int rest = length;
    while (rest > 0x7f) {
      out.write(rest & 0x7f | 0x80);
      rest >>>= 7;
    }
    out.write(rest);
  }
}
