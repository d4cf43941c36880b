// SPDX-License-Identifier: Apache-2.0
package dev.clew.console.store;

import java.util.List;

/**
 * Where spans are kept. One thread uses it. A span that was written before is written again without
 * effect: spans are the same when trace id and span id are, and which of the two is kept is open.
 */
public interface SpanWriter {

  /**
   * Adds spans: readers see them when this returns.
   *
   * @throws StoreException where that fails; some of them may have been added
   */
  void write(List<KeptSpan> spans) throws StoreException;

  /**
   * Makes sure that all spans written so far outlive the process.
   *
   * @throws StoreException where that fails; those since the last success are to be written again
   */
  void sync() throws StoreException;
}
