// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.logs;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;

/** The span that a log line is written in. */
final class CurrentSpan {

  private CurrentSpan() {}

  /** Of the calling thread; not valid where there is none, or where it fails: a log goes on. */
  static SpanContext context() {
    try {
      return Span.current().getSpanContext();
    } catch (Throwable failure) {
      return SpanContext.getInvalid();
    }
  }
}
