// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.logs;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;

/** Contexts with spans whose ids are easy to read. */
final class Spans {

  static final String TRACE = "0123456789abcdef0123456789abcdef";
  static final String OTHER_TRACE = "fedcba9876543210fedcba9876543210";
  static final String SPAN = "00000000000000aa";
  static final String CHILD = "00000000000000bb";

  private Spans() {}

  /** With a sampled span, and nothing else. */
  static Context context(String traceId, String spanId) {
    return context(traceId, spanId, TraceFlags.getSampled());
  }

  static Context context(String traceId, String spanId, TraceFlags flags) {
    return Context.root()
        .with(Span.wrap(SpanContext.create(traceId, spanId, flags, TraceState.getDefault())));
  }
}
