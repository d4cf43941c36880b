// SPDX-License-Identifier: Apache-2.0
package dev.clew.analysis.compare;

import dev.clew.analysis.SpanRef;
import java.util.List;

/**
 * Something that is more frequent in the one traces than in the others.
 *
 * @param features what it is; several where they always come together, so that nothing can tell
 *     which of them matters
 * @param inSubject how many of the traces that were asked about have it
 * @param inBaseline how many of those that they were compared with have it
 * @param effect the part of the first that have it, less that of the others: above 0, at most 1
 * @param leastEffect the least effect that is plausible, with 95 % confidence; by this they are
 *     sorted, so that few traces do not come before many
 * @param chance how likely so much would be by accident, if one had looked at nothing else
 * @param adjustedChance how likely it is that any of so many comparisons comes out so clearly by
 *     accident (Holm's method, which holds however they depend on each other)
 * @param spans that have it, one of each of some of the traces
 */
public record Difference(
    List<Feature> features,
    int inSubject,
    int inBaseline,
    double effect,
    double leastEffect,
    double chance,
    double adjustedChance,
    List<SpanRef> spans) {

  /** Copies what could change. */
  public Difference {
    features = List.copyOf(features);
    spans = List.copyOf(spans);
  }
}
