// SPDX-License-Identifier: Apache-2.0
package dev.clew.exporter.internal.journal;

/** Where segments get their memory from. Thread-safe; never blocks or throws. */
public interface Memory {

  /** The longest record that fits into an empty segment. */
  int largestRecord();

  /**
   * Memory for a segment, as new.
   *
   * @param number the segment's
   * @param first how many records come before it
   * @return {@code null} where there is none
   */
  Storage take(long number, long first);

  /** Takes memory back that nobody uses or will use any more. */
  void free(Storage storage, int records);

  /** Is told of memory that slow readers and stalled producers may still be using. */
  void evicted(Storage storage, int records);
}
