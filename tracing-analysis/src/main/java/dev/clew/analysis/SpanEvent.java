// SPDX-License-Identifier: Apache-2.0
package dev.clew.analysis;

import java.util.Objects;

/**
 * Something that happened at one moment of a span.
 *
 * @param timeNanos since the epoch, by the clock of the span
 * @param droppedAttributes how many are known to have been left out
 */
public record SpanEvent(String name, long timeNanos, Attributes attributes, int droppedAttributes) {

  /** Checks that nothing is {@code null}. */
  public SpanEvent {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(attributes, "attributes");
  }
}
