// SPDX-License-Identifier: Apache-2.0
package dev.clew.exporter.internal.otlp;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * A connection on which nothing takes longer than allowed. For one thread, but for {@link #close},
 * which ends whatever is under way.
 */
interface Wire extends Closeable {

  /** Until when, in {@link System#nanoTime}, what follows has to be done. */
  void deadline(long nanos);

  /**
   * Reads at least one byte.
   *
   * @return how many; -1 at the end
   */
  int read(ByteBuffer into) throws IOException;

  /** Writes all of it. */
  void write(ByteBuffer from) throws IOException;

  /** Whether the other side has left it open, and silent, since the last answer. */
  boolean isIdle();
}
