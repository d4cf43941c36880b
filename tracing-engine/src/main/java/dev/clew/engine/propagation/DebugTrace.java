// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine.propagation;

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

  static Context into(Context context, String traceId) {
    return context.with(TRACE_ID, traceId);
  }

  static boolean is(Context context, SpanContext span) {
    String debugged = context.get(TRACE_ID);
    return debugged != null && debugged.equals(span.getTraceId());
  }
}
