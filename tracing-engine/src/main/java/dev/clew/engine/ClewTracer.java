// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine;

import dev.clew.engine.propagation.RemoteTrace;
import dev.clew.engine.sampler.Decision;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;

/** Starts the spans of one instrumentation scope. Thread-safe. */
final class ClewTracer implements Tracer {

  private final Recorder recorder;

  /** The sink's number of this tracer's scope; negative where it could not be registered. */
  private final int scope;

  ClewTracer(Recorder recorder, int scope) {
    this.recorder = recorder;
    this.scope = scope;
  }

  @Override
  public SpanBuilder spanBuilder(String spanName) {
    return new ClewSpanBuilder(this, spanName);
  }

  /** Newer APIs have it, the oldest one does not: so it cannot say that it overrides. */
  public boolean isEnabled() {
    return recorder.outlet().isOpen();
  }

  boolean followsUnsampledParent() {
    return recorder.sampling().followsUnsampledParent();
  }

  Recorder recorder() {
    return recorder;
  }

  /**
   * Starts a span, unless the sampler is against it.
   *
   * <p>One long method on purpose. HotSpot inlines nothing of more than 325 bytes of code; were
   * this inlined into {@link ClewSpanBuilder#startSpan}, that would become too large to be inlined
   * itself, and then its callers allocate the builder also where they record nothing.
   *
   * @param parentSpan the context's; invalid for none
   * @param initial what the span has from the start; {@code null} for nothing
   * @param startEpochNanos 0 for now
   */
  Span start(
      Context context,
      Span parentSpan,
      String name,
      SpanKind kind,
      Recording initial,
      long startEpochNanos) {
    ClewSpanContext parent = ClewSpanContext.of(parentSpan.getSpanContext());
    if (!isEnabled()) {
      return parent == null ? Span.getInvalid() : Span.wrap(parent);
    }
    ClewSpanContext above = parent == null ? begun(context) : parent;
    long traceIdHigh = above == null ? Ids.random() : above.traceIdHigh;
    long traceIdLow = above == null ? Ids.random() : above.traceIdLow;
    String kept = Names.span(name, recorder.limits());
    StartingSpan starting =
        new StartingSpan(context, parent, traceIdHigh, traceIdLow, kept, kind, initial);
    Decision decision = recorder.sampling().decide(starting);

    long spanId = Ids.random();
    TraceState state = decision.traceState();
    if (state == null) {
      state = above == null ? TraceState.getDefault() : above.getTraceState();
    }
    int random = above == null ? ClewSpanContext.RANDOM : above.flags & ClewSpanContext.RANDOM;
    if (!decision.sampled()) {
      return new PassiveSpan(traceIdHigh, traceIdLow, spanId, (byte) random, false, state);
    }
    byte flags = (byte) (random | ClewSpanContext.SAMPLED);
    ClewSpanContext own =
        above == null
            ? ClewSpanContext.local(traceIdHigh, traceIdLow, spanId, flags, state)
            : ClewSpanContext.child(above, spanId, flags, state);

    long nanoTime = recorder.clock().nanoTime();
    long offset =
        parentSpan instanceof RecordingSpan local
            ? local.epochOffset()
            : recorder.clock().epochOffset(nanoTime);
    long start = startEpochNanos != 0 ? startEpochNanos : nanoTime + offset;
    RecordingSpan span = new RecordingSpan(this, own, above, kind, start, offset);
    span.begin(kept, initial);
    span.setAllAttributes(decision.attributes());
    recorder.outlet().started(own);
    return span;
  }

  /** The trace that a span without a parent goes on with; {@code null} for a new one. */
  private static ClewSpanContext begun(Context context) {
    return ClewSpanContext.above(RemoteTrace.take(context));
  }

  void finished(RecordingSpan span, Recording recording, long endEpochNanos) {
    recorder.outlet().finished(scope, span, recording, endEpochNanos);
  }
}
