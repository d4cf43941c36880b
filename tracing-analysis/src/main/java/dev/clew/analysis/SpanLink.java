// SPDX-License-Identifier: Apache-2.0
package dev.clew.analysis;

import java.util.Objects;

/**
 * Another span that a span has to do with, of this trace or of another one.
 *
 * @param traceId in hexadecimal digits
 * @param spanId in hexadecimal digits
 * @param droppedAttributes how many are known to have been left out
 */
public record SpanLink(
    String traceId, String spanId, Attributes attributes, int droppedAttributes) {

  /** Checks that nothing is {@code null}. */
  public SpanLink {
    Objects.requireNonNull(traceId, "traceId");
    Objects.requireNonNull(spanId, "spanId");
    Objects.requireNonNull(attributes, "attributes");
  }
}
