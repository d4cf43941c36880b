// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine;

import dev.clew.engine.propagation.RemoteDecision;
import dev.clew.engine.sampler.Candidate;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
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
}
