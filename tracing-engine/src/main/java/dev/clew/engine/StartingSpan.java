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
 */
final class StartingSpan implements Candidate {

  private final Context context;
  private final ClewSpanContext knownParent;
  private final long traceIdHigh;
  private final long traceIdLow;
  private final String name;
  private final SpanKind kind;
  private final Object[] attributes;

  /**
   * A span that is asked for.
   *
   * @param knownParent the parent as one of our contexts; {@code null} for none
   * @param attributes as {@link Slots} has them; {@code null} for none
   */
  StartingSpan(
      Context context,
      ClewSpanContext knownParent,
      long traceIdHigh,
      long traceIdLow,
      String name,
      SpanKind kind,
      Object[] attributes) {
    this.context = context;
    this.knownParent = knownParent;
    this.traceIdHigh = traceIdHigh;
    this.traceIdLow = traceIdLow;
    this.name = name;
    this.kind = kind;
    this.attributes = attributes;
  }

  @Override
  public long traceIdHigh() {
    return traceIdHigh;
  }

  @Override
  public long traceIdLow() {
    return traceIdLow;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public SpanKind kind() {
    return kind;
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
    return key == null ? null : Slots.get(attributes, key);
  }
}
