// SPDX-License-Identifier: Apache-2.0
package dev.clew.testkit.assertions;

import dev.clew.testkit.FinishedSpan;

/**
 * Where a trace first is not as a tree has it.
 *
 * @param matched how many spans were as they should be until there
 * @param span the span in question; {@code null} where there is none at all
 * @param remark what is wrong with it
 */
record Difference(int matched, FinishedSpan span, String remark) {

  /** The one that is further on in the trace. */
  static Difference further(Difference one, Difference other) {
    return one == null || other.matched > one.matched ? other : one;
  }
}
