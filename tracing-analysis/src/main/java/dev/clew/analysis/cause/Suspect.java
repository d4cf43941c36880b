// SPDX-License-Identifier: Apache-2.0
package dev.clew.analysis.cause;

import dev.clew.analysis.SpanRef;
import dev.clew.analysis.compare.Difference;
import dev.clew.analysis.path.Operation;
import java.util.List;

/**
 * An operation that may be to blame.
 *
 * @param score which part of the trouble it explains: from 0 to 1
 * @param explanation what it does otherwise, in a sentence
 * @param spans of it, those that show it best first
 * @param accompaniedBy what these traces have more often than the others, such as a version or an
 *     instance of the same service, or a customer; the clearest first
 */
public record Suspect(
    Operation operation,
    Fault fault,
    double score,
    String explanation,
    List<SpanRef> spans,
    List<Difference> accompaniedBy) {

  /** What it does otherwise. */
  public enum Fault {
    /** It takes longer itself. */
    SLOW,
    /** It fails, or must be tried again because it does. */
    FAILING,
    /** It calls something else more often. */
    CALLS_MORE,
    /** It has to wait before it starts: for a thread, or in a queue. */
    WAITING
  }

  /** Copies what could change. */
  public Suspect {
    spans = List.copyOf(spans);
    accompaniedBy = List.copyOf(accompaniedBy);
  }
}
