// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks.export;

import java.nio.ByteBuffer;

/** How many spans an OTLP {@code ExportTraceServiceRequest} has, without decoding them. */
final class SpanCount {

  private static final int FIXED64 = 1;
  private static final int LENGTH_DELIMITED = 2;
  private static final int FIXED32 = 5;

  /** The fields on the way down: {@code resource_spans}, {@code scope_spans}, {@code spans}. */
  private static final int[] PATH = {1, 2, 2};

  private SpanCount() {}

  static int of(ByteBuffer request) {
    return count(request, 0);
  }

  private static int count(ByteBuffer message, int depth) {
    int found = 0;
    while (message.hasRemaining()) {
      int tag = (int) varint(message);
      if (tag != (PATH[depth] << 3 | LENGTH_DELIMITED)) {
        skip(message, tag & 7);
        continue;
      }
      int length = (int) varint(message);
      if (depth + 1 < PATH.length) {
        found += count(message.slice(message.position(), length), depth + 1);
      } else {
        found++;
      }
      message.position(message.position() + length);
    }
    return found;
  }

  private static void skip(ByteBuffer message, int wireType) {
    int length =
        switch (wireType) {
          case FIXED64 -> Long.BYTES;
          case LENGTH_DELIMITED -> (int) varint(message);
          case FIXED32 -> Integer.BYTES;
          default -> {
            varint(message);
            yield 0;
          }
        };
    message.position(message.position() + length);
  }

  private static long varint(ByteBuffer message) {
    long value = 0;
    for (int shift = 0; shift < Long.SIZE; shift += 7) {
      byte next = message.get();
      value |= (long) (next & 0x7F) << shift;
      if (next >= 0) {
        return value;
      }
    }
    throw new IllegalArgumentException("a number of more than ten bytes");
  }
}
