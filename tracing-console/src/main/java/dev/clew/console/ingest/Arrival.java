// SPDX-License-Identifier: Apache-2.0
package dev.clew.console.ingest;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.function.LongSupplier;

/** A request's body as it arrives: cut off after a number of bytes, or a time, whoever sends. */
final class Arrival extends FilterInputStream {

  /** The sender is too slow. */
  static final class SlowException extends IOException {
    private static final long serialVersionUID = 1L;
  }

  /** The sender sends too much. */
  static final class LargeException extends IOException {
    private static final long serialVersionUID = 1L;
  }

  private final LongSupplier nanoTime;
  private final long deadline;
  private long left;

  Arrival(InputStream in, long limit, Duration time, LongSupplier nanoTime) {
    super(in);
    this.left = limit;
    this.nanoTime = nanoTime;
    this.deadline = nanoTime.getAsLong() + time.toNanos();
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (nanoTime.getAsLong() - deadline > 0) {
      throw new SlowException();
    }
    int read = super.read(into, offset, length);
    left -= Math.max(read, 0);
    if (left < 0) {
      throw new LargeException();
    }
    return read;
  }

  /** Leaves the body to the server, which would wait for the rest of it here. */
  @Override
  public void close() {}

  @Override
  public boolean markSupported() {
    return false;
  }
}
