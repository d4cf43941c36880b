// SPDX-License-Identifier: Apache-2.0
package dev.clew.console.tail;

import dev.clew.console.store.TraceSummary;
import java.util.List;

/**
 * What came in since a listener was told last.
 *
 * @param traces those that the listener asks for, each as far as it came since the listener is
 *     there; a trace that was told of before is told of again when more of it comes
 * @param omitted about how many others met the search, and are not told of
 */
public record News(List<TraceSummary> traces, long omitted) {

  /** Whether there is nothing to tell. */
  boolean isNone() {
    return traces.isEmpty() && omitted == 0;
  }
}
