// SPDX-License-Identifier: Apache-2.0
package dev.clew.analysis;

import java.util.List;

/**
 * What a trace is known to lack, and what had to be mended to make a tree of it. Span ids are in
 * the order of their spans' starts.
 *
 * @param roots spans that have no parent and name none
 * @param missingParents parents that spans name, but that are not there
 * @param brokenCycles spans that were their own ancestor, and are treated as if they had no parent:
 *     one for each cycle
 * @param implausibleTimes spans that end before they start, or lie outside of the time that can be
 *     told
 * @param duplicates how often a span came again as it was
 * @param conflicts how often a span came again and said something else; the version that ends last,
 *     or else says most, is kept
 * @param dropped what spans say that they have left out
 * @param lostSpans how many spans are known to be lost, by whoever put the trace together
 */
public record Completeness(
    int roots,
    List<MissingParent> missingParents,
    List<String> brokenCycles,
    List<String> implausibleTimes,
    int duplicates,
    int conflicts,
    Dropped dropped,
    long lostSpans) {

  /**
   * A parent that is not there: not yet, never recorded, or lost.
   *
   * @param spanId its id
   * @param children the ids of the spans that name it
   */
  public record MissingParent(String spanId, List<String> children) {

    /** Copies what could change. */
    public MissingParent {
      children = List.copyOf(children);
    }
  }

  /** Copies what could change. */
  public Completeness {
    missingParents = List.copyOf(missingParents);
    brokenCycles = List.copyOf(brokenCycles);
    implausibleTimes = List.copyOf(implausibleTimes);
  }

  /** Whether one root leads to all spans, and nothing is known to be lost. */
  public boolean isComplete() {
    return roots == 1
        && missingParents.isEmpty()
        && brokenCycles.isEmpty()
        && lostSpans == 0
        && dropped.isNothing();
  }
}
