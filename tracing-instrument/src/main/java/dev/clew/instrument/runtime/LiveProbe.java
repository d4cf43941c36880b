// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.runtime;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;

/**
 * Tells whether an OpenTelemetry records. Servers set one up that may be switched off, and nothing
 * in its API says so, except that the child of a sampled remote parent does not record.
 *
 * <p>The spans made here never end, and so are never exported by anybody.
 */
final class LiveProbe {

  /**
   * Trace ids that a sampler which looks at nothing else takes for all but the smallest ratios: one
   * whose random part is small, as the first generation of ratio samplers wants it, and one whose
   * last 56 bits are all set, as the consistent ones want it.
   */
  private static final String[] TRACE_IDS = {
    "c1e30000000000000000000000000001", "c1e300000000000000ffffffffffffff"
  };

  private static final String PARENT_ID = "c1e3000000000001";

  private LiveProbe() {}

  /** Whether it records; may throw whatever the given one throws. */
  static boolean isLive(OpenTelemetry openTelemetry) {
    for (String traceId : TRACE_IDS) {
      if (childOfSampled(traceId, openTelemetry).isRecording()) {
        return true;
      }
    }
    return false;
  }

  /** Whether what it records is for nobody: an SDK that has no processors, as its text tells. */
  static boolean isIdle(OpenTelemetry openTelemetry) {
    return openTelemetry.toString().contains("spanProcessor=NoopSpanProcessor");
  }

  private static Span childOfSampled(String traceId, OpenTelemetry openTelemetry) {
    SpanContext parent =
        SpanContext.createFromRemoteParent(
            traceId, PARENT_ID, TraceFlags.getSampled(), TraceState.getDefault());
    return openTelemetry
        .getTracer("dev.clew.probe")
        .spanBuilder("clew probe")
        .setSpanKind(SpanKind.SERVER)
        .setParent(Context.root().with(Span.wrap(parent)))
        .startSpan();
  }
}
