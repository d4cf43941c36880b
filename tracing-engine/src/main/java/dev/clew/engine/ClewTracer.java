// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine;

import dev.clew.api.spi.SamplingTracer;
import dev.clew.engine.propagation.RemoteTrace;
import dev.clew.engine.sampler.Decision;
import dev.clew.engine.sampler.RecordingCost;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;

/** Starts the spans of one instrumentation scope. Thread-safe. */
final class ClewTracer implements Tracer, SamplingTracer {

  private static final int LEARNS_ONE_IN = 64;

  /** One span with very many must not make the next ones large. */
  private static final int MAX_USUAL_ATTRIBUTES = 16;

  private final Recorder recorder;

  /** The sink's number of this tracer's scope; negative where it could not be registered. */
  private final int scope;

  /** How many attributes its spans have had; a guess, so it does not matter who writes it last. */
  private int usualAttributes;

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

  @Override
  public boolean samplesBy(String attribute) {
    return recorder.sampling().samplesBy(attribute);
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
   * @param attributes that the span has from the start, as {@link Slots} has them
   * @param atOnce the same where they were all set at once; {@code null} otherwise
   * @param more what else it has from the start; {@code null} for nothing
   * @param startEpochNanos 0 for now
   */
  Span start(
      Context context,
      Span parentSpan,
      String name,
      SpanKind kind,
      Object[] attributes,
      Attributes atOnce,
      Recording more,
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
        new StartingSpan(
            context, parent, traceIdHigh, traceIdLow, kept, kind, attributes, atOnce, recorder);
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
    RecordingCost cost = recorder.cost();
    long began = cost == null ? 0 : cost.begin(spanId);
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
    span.begin(kept, attributes, more);
    recorder.outlet().started(own);
    if (began != 0) {
      cost.add(began);
    }
    span.setAllAttributes(atOnce); // which are timed there
    span.setAllAttributes(decision.attributes());
    return span;
  }

  /** The trace that a span without a parent goes on with; {@code null} for a new one. */
  private static ClewSpanContext begun(Context context) {
    return ClewSpanContext.above(RemoteTrace.take(context));
  }

  void finished(RecordingSpan span, Recording recording, long endEpochNanos) {
    recorder.outlet().finished(scope, span, recording, endEpochNanos);
  }

  /** How many attributes the next span is likely to have, so that its array need not grow. */
  int usualAttributes() {
    return usualAttributes;
  }

  /**
   * Learns from the attributes that a span had in the end: from one that had more than expected at
   * once, from others now and then, as a span with fewer costs less than an array that grows.
   *
   * @param chance decides when
   */
  void learn(Object[] attributes, long chance) {
    if (attributes != null
        && (attributes.length > 2 * usualAttributes || (chance & LEARNS_ONE_IN - 1) == 0)) {
      int usual = Math.min(Slots.used(attributes) / 2, MAX_USUAL_ATTRIBUTES);
      if (usual != usualAttributes) {
        usualAttributes = usual;
      }
    }
  }
}
