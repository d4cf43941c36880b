// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine;

import dev.clew.engine.propagation.RemoteDecision;
import dev.clew.engine.sampler.Candidate;
import dev.clew.engine.sampler.Decision;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;

/**
 * A span between being asked for and being decided on: what a sampler sees. What costs something is
 * looked up when it asks.
 *
 * @param knownParent the parent as one of our contexts; {@code null} for none
 * @param initial attributes and links; {@code null} for none
 */
record StartingSpan(
    Context context,
    ClewSpanContext knownParent,
    long traceIdHigh,
    long traceIdLow,
    String name,
    SpanKind kind,
    Recording initial)
    implements Candidate {

  /** In the parent's trace, or in a new one. */
  static StartingSpan of(
      Context context, ClewSpanContext parent, String name, SpanKind kind, Recording initial) {
    long high = parent == null ? Ids.random() : parent.traceIdHigh;
    long low = parent == null ? Ids.random() : parent.traceIdLow;
    return new StartingSpan(context, parent, high, low, name, kind, initial);
  }

  @Override
  public SpanContext parent() {
    return knownParent == null ? SpanContext.getInvalid() : knownParent;
  }

  @Override
  public RemoteDecision remoteDecision() {
    return RemoteDecision.of(context);
  }

  @Override
  public Object attribute(String key) {
    return initial == null || key == null ? null : Slots.get(initial.attributes(), key);
  }

  /** The context of the span that comes of it: where that is not sampled, the span itself. */
  ClewSpanContext decided(Decision decision) {
    long spanId = Ids.random();
    byte flags = flags(decision);
    TraceState state = traceState(decision);
    if (!decision.sampled()) {
      return new PassiveSpan(traceIdHigh, traceIdLow, spanId, flags, false, state);
    }
    return knownParent == null
        ? ClewSpanContext.local(traceIdHigh, traceIdLow, spanId, flags, state)
        : ClewSpanContext.child(knownParent, spanId, flags, state);
  }

  private byte flags(Decision decision) {
    int random =
        knownParent == null ? ClewSpanContext.RANDOM : knownParent.flags & ClewSpanContext.RANDOM;
    return (byte) (random | (decision.sampled() ? ClewSpanContext.SAMPLED : 0));
  }

  private TraceState traceState(Decision decision) {
    if (decision.traceState() != null) {
      return decision.traceState();
    }
    return knownParent == null ? TraceState.getDefault() : knownParent.getTraceState();
  }
}
