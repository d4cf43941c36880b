// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine.sampler;

import dev.clew.engine.propagation.RemoteDecision;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;

/** What is known of a span before it starts. To be used by one thread, during one call. */
public interface Candidate {

  /** The parent; {@linkplain SpanContext#isValid invalid} where the span starts a trace. */
  SpanContext parent();

  /**
   * What the caller decided about a trace that starts here, without a span of its own: B3 has that.
   */
  default RemoteDecision remoteDecision() {
    return RemoteDecision.NONE;
  }

  /** Whether a trace starts here that nobody has decided on. */
  default boolean isUndecidedRoot() {
    return !parent().isValid() && remoteDecision() == RemoteDecision.NONE;
  }

  /** The first 64 bits of the trace id, which a trace that starts here has already. */
  long traceIdHigh();

  /** The last 64 bits of the trace id; 56 of them at least are random. */
  long traceIdLow();

  /** The span's name as it stands; instrumentation may yet change it. */
  String name();

  /** The span's kind. */
  SpanKind kind();

  /**
   * An attribute that was set before the span started.
   *
   * @return a String, Long, Double or Boolean, or something else for other types; {@code null}
   *     where it is not set
   */
  Object attribute(String key);
}
