// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine;

import dev.clew.engine.sampler.Candidate;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;

/** What a sampler sees; the fields after the kind are looked into only when it asks. */
record StartingSpan(
    SpanContext parent,
    long traceIdHigh,
    long traceIdLow,
    String name,
    SpanKind kind,
    Recording initial)
    implements Candidate {

  @Override
  public Object attribute(String key) {
    return initial == null || key == null ? null : Slots.get(initial.attributes(), key);
  }
}
