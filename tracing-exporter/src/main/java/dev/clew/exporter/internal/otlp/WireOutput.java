// SPDX-License-Identifier: Apache-2.0
package dev.clew.exporter.internal.otlp;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;

/**
 * Writes to a wire in large pieces: small ones would wait for each other's acknowledgements, and
 * larger ones would be copied by the JDK into as much memory outside of the heap.
 */
final class WireOutput extends OutputStream {

  private final Wire wire;
  private final ByteBuffer buffer;

  /** One that writes pieces of the buffer's size, whatever was in it. */
  WireOutput(Wire wire, ByteBuffer buffer) {
    this.wire = wire;
    this.buffer = buffer.clear();
  }

  @Override
  public void write(int b) throws IOException {
    if (!buffer.hasRemaining()) {
      flush();
    }
    buffer.put((byte) b);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    int done = 0;
    while (done < length) {
      if (!buffer.hasRemaining()) {
        flush();
      }
      int part = Math.min(length - done, buffer.remaining());
      buffer.put(bytes, offset + done, part);
      done += part;
    }
  }

  @Override
  public void flush() throws IOException {
    buffer.flip();
    wire.write(buffer);
    buffer.clear();
  }
}
