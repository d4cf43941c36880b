// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine.propagation;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;

/**
 * The debug flag of B3 and Jaeger, which a span context has no room for. It holds for the trace it
 * came with only, not for one that is started anew in the same context.
 */
final class DebugTrace {

  private static final ContextKey<String> TRACE_ID = ContextKey.named("clew-debug-trace");

  private DebugTrace() {}

  /** The context with its span's trace marked. */
  static Context into(Context context) {
    return context.with(TRACE_ID, Span.fromContext(context).getSpanContext().getTraceId());
  }

  static boolean is(Context context, SpanContext span) {
    String debugged = context.get(TRACE_ID);
    return debugged != null && debugged.equals(span.getTraceId());
  }
}
