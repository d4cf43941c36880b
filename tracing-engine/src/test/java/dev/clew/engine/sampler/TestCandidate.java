// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine.sampler;

import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanId;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceId;
import io.opentelemetry.api.trace.TraceState;
import java.util.Map;

/** What a sampler is asked about. */
record TestCandidate(
    SpanContext parent, long traceIdLow, String name, Map<String, String> attributes)
    implements Candidate {

  /** The start of a trace. */
  static TestCandidate root(long traceIdLow) {
    return root(traceIdLow, "s", Map.of());
  }

  static TestCandidate root(long traceIdLow, String name, Map<String, String> attributes) {
    return new TestCandidate(SpanContext.getInvalid(), traceIdLow, name, attributes);
  }

  /** Below a caller's span. */
  static TestCandidate remote(long traceIdLow, boolean sampled, TraceState state) {
    TraceFlags flags = sampled ? TraceFlags.getSampled() : TraceFlags.getDefault();
    return new TestCandidate(
        SpanContext.createFromRemoteParent(
            TraceId.fromLongs(1, traceIdLow), SpanId.fromLong(1), flags, state),
        traceIdLow,
        "s",
        Map.of());
  }

  /** Below a span of this process whose sampler decided so. */
  static TestCandidate child(TestCandidate parent, Decision decision) {
    TraceFlags flags = decision.sampled() ? TraceFlags.getSampled() : TraceFlags.getDefault();
    TraceState state =
        decision.traceState() == null ? parent.parent().getTraceState() : decision.traceState();
    return new TestCandidate(
        SpanContext.create(
            TraceId.fromLongs(1, parent.traceIdLow), SpanId.fromLong(1), flags, state),
        parent.traceIdLow,
        "child",
        Map.of());
  }

  @Override
  public long traceIdHigh() {
    return 1;
  }

  @Override
  public SpanKind kind() {
    return SpanKind.SERVER;
  }

  @Override
  public Object attribute(String key) {
    return attributes.get(key);
  }
}
