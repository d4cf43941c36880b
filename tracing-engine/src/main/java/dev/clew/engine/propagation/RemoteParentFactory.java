// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine.propagation;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanId;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceId;
import io.opentelemetry.api.trace.TraceState;

/**
 * Makes the span of a caller. A port, so that an engine that keeps ids as numbers gets them as they
 * were read, without the text that the OpenTelemetry API's own span contexts are made of.
 */
@FunctionalInterface
public interface RemoteParentFactory {

  /**
   * A span that does nothing but have a valid, remote span context.
   *
   * @param traceIdHigh the first 64 bits of the trace id; zero where the caller has short ones
   * @param traceIdLow the last 64 bits; the whole is not zero
   * @param spanId not zero
   * @param flags as in W3C Trace Context level 2
   */
  Span create(long traceIdHigh, long traceIdLow, long spanId, byte flags, TraceState traceState);

  /** Makes spans of the OpenTelemetry API. */
  static RemoteParentFactory ofApi() {
    return (traceIdHigh, traceIdLow, spanId, flags, traceState) ->
        Span.wrap(
            SpanContext.createFromRemoteParent(
                TraceId.fromLongs(traceIdHigh, traceIdLow),
                SpanId.fromLong(spanId),
                TraceFlags.fromByte(flags),
                traceState));
  }
}
