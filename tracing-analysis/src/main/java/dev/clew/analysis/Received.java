// SPDX-License-Identifier: Apache-2.0
package dev.clew.analysis;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;

/**
 * Spans of a trace, each once, by start and id.
 *
 * @param spans in an order that does not depend on that in which they came
 * @param duplicates how often one came again as it was
 * @param conflicts how often one came again otherwise
 */
record Received(Span[] spans, int duplicates, int conflicts) {

  private static final Comparator<Span> BY_START =
      Comparator.comparingLong((Span span) -> Nanos.time(span.startNanos()))
          .thenComparing(Span::spanId);

  /** The last of several versions is kept. The text decides last, since it is the whole span. */
  private static final Comparator<Span> VERSIONS =
      Comparator.comparingLong(Span::endNanos)
          .thenComparingInt(span -> span.attributes().size() + span.events().size())
          .thenComparing(Span::toString);

  static Received of(Collection<Span> all) {
    Map<String, Span> kept = new HashMap<>();
    for (Span span : all) {
      kept.merge(span.spanId(), span, Received::better);
    }
    int distinct = kept.size() == all.size() ? all.size() : new HashSet<>(all).size();
    Span[] spans = kept.values().toArray(new Span[0]);
    Arrays.sort(spans, BY_START);
    return new Received(spans, all.size() - distinct, distinct - kept.size());
  }

  private static Span better(Span one, Span other) {
    return one.equals(other) || VERSIONS.compare(one, other) >= 0 ? one : other;
  }
}
