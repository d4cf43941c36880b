// SPDX-License-Identifier: Apache-2.0
package dev.clew.console.store.dynamodb;

import dev.clew.aws.dynamodb.TracePart;
import dev.clew.console.store.TraceSummary;
import java.util.Comparator;
import java.util.List;

/** Puts the parts of a trace together. */
final class Summaries {

  /** The latest first. */
  static final Comparator<TraceSummary> LATEST =
      Comparator.comparingLong(TraceSummary::startNanos)
          .reversed()
          .thenComparing(TraceSummary::traceId);

  private Summaries() {}

  /**
   * The trace of some parts.
   *
   * @param parts at least one
   */
  static TraceSummary of(List<TracePart> parts) {
    TracePart first =
        parts.stream().min(Comparator.comparingLong(part -> part.first().start())).orElseThrow();
    TracePart root =
        parts.stream()
            .filter(part -> part.root() != null)
            .min(Comparator.comparingLong(part -> part.root().start()))
            .orElse(null);
    long end = parts.stream().mapToLong(TracePart::end).max().orElseThrow();
    return new TraceSummary(
        first.traceId(),
        root == null ? first.service() : root.service(),
        root == null ? first.first().name() : root.root().name(),
        first.first().start(),
        end - first.first().start(),
        (int) parts.stream().mapToLong(TracePart::spans).sum(),
        (int) parts.stream().mapToLong(TracePart::errors).sum(),
        parts.stream().map(TracePart::service).sorted().toList());
  }
}
