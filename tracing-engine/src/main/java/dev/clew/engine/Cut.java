// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine;

import java.util.List;

/**
 * How much of a span is written. A span that turns out longer than the sink takes is written again
 * with the next harder cut: the last leaves its ids, name, times, status and what was dropped.
 *
 * @param length of texts, in chars, and of arrays, in elements
 * @param attributes how many, of the span and of each event and link
 * @param items how many events, and how many links
 * @param traceState whether it is written
 */
record Cut(int length, int attributes, int items, boolean traceState) {

  /** From nothing cut to nothing left to cut. */
  static final List<Cut> HARDER =
      List.of(
          new Cut(Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE, true),
          new Cut(2048, Integer.MAX_VALUE, 64, true),
          new Cut(256, 64, 8, true),
          new Cut(64, 16, 0, false),
          new Cut(32, 0, 0, false));
}
