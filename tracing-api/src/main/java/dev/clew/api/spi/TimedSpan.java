// SPDX-License-Identifier: Apache-2.0
package dev.clew.api.spi;

/**
 * A span whose clock is {@link System#nanoTime}, so that an adapter which reads that clock anyway
 * need not read it twice. Adapters must do with spans that are none. Thread-safe; nothing here
 * throws.
 */
public interface TimedSpan {

  /** When it started. */
  long startNanoTime();

  /**
   * Ends it, unless it has ended.
   *
   * @param nanoTime when that was
   */
  void endNanoTime(long nanoTime);
}
