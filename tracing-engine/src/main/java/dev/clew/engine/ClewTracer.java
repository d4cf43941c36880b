// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine;

import dev.clew.engine.sampler.Decision;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
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
    String kept = Names.span(name, recorder.limits());
    StartingSpan starting = StartingSpan.of(context, parent, kept, kind, initial);
    Decision decision = recorder.sampling().decide(starting);
    ClewSpanContext own = starting.decided(decision);
    if (own instanceof PassiveSpan unsampled) {
      return unsampled;
    }
    RecordingSpan span = recordingSpan(own, parent, parentSpan, kind, startEpochNanos);
    span.begin(kept, initial);
    span.setAllAttributes(decision.attributes());
    recorder.outlet().started(own);
    return span;
  }

  private RecordingSpan recordingSpan(
      ClewSpanContext own,
      ClewSpanContext parent,
      Span parentSpan,
      SpanKind kind,
      long startEpochNanos) {
    long nanoTime = recorder.clock().nanoTime();
    long offset =
        parentSpan instanceof RecordingSpan local
            ? local.epochOffset()
            : recorder.clock().epochOffset(nanoTime);
    long start = startEpochNanos != 0 ? startEpochNanos : nanoTime + offset;
    return new RecordingSpan(this, own, parent, kind, start, offset);
  }

  void finished(RecordingSpan span, Recording recording, long endEpochNanos) {
    recorder.outlet().finished(scope, span, recording, endEpochNanos);
  }
}
