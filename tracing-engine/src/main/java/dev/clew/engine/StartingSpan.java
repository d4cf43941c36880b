// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine;

import dev.clew.engine.propagation.RemoteDecision;
import dev.clew.engine.sampler.Candidate;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;

/** What a sampler sees. What costs something is looked up when it asks. */
record StartingSpan(
    Context context,
    SpanContext parent,
    long traceIdHigh,
    long traceIdLow,
    String name,
    SpanKind kind,
    Recording initial)
    implements Candidate {

  @Override
  public RemoteDecision remoteDecision() {
    return RemoteDecision.of(context);
  }

  @Override
  public Object attribute(String key) {
    return initial == null || key == null ? null : Slots.get(initial.attributes(), key);
  }
}
