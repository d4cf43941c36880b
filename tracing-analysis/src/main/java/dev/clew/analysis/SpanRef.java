// SPDX-License-Identifier: Apache-2.0
package dev.clew.analysis;

/** Which span is meant, in whatever trace. */
public record SpanRef(String traceId, String spanId) {

  /** This span. */
  public static SpanRef of(Span span) {
    return new SpanRef(span.traceId(), span.spanId());
  }
}
