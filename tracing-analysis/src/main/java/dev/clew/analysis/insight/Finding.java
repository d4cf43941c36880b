// SPDX-License-Identifier: Apache-2.0
package dev.clew.analysis.insight;

import dev.clew.analysis.SpanRef;
import dev.clew.analysis.path.Operation;
import java.util.List;

/**
 * What was found in many traces, and is one thing: insights of one kind about one operation.
 *
 * @param operation what it is about; {@code null} where it is about all traces
 * @param example the clearest of the insights
 * @param traces in how many traces it was found
 * @param nanos how much time is at stake in all of them
 * @param examples the first span that shows it in some of the traces, the clearest first; at most
 *     {@link #MAX_EXAMPLES}
 */
public record Finding(
    Operation operation, Insight example, int traces, long nanos, List<SpanRef> examples) {

  /** How many traces are named: enough to look at. */
  public static final int MAX_EXAMPLES = 5;

  /** Copies what could change. */
  public Finding {
    examples = List.copyOf(examples);
  }
}
