// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine;

import dev.clew.engine.propagation.RemoteDecision;
import dev.clew.engine.sampler.Candidate;
import io.opentelemetry.api.common.Attributes;
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
  private final Recorder recorder;
  private Object[] attributes;

  /** What has not been copied to the former; {@code null} for nothing. */
  private Attributes atOnce;

  /**
   * A span that is asked for.
   *
   * @param knownParent the parent as one of our contexts; {@code null} for none
   * @param attributes as {@link Slots} has them; {@code null} for none
   * @param atOnce the same where they were all set at once; {@code null} otherwise
   */
  StartingSpan(
      Context context,
      ClewSpanContext knownParent,
      long traceIdHigh,
      long traceIdLow,
      String name,
      SpanKind kind,
      Object[] attributes,
      Attributes atOnce,
      Recorder recorder) {
    this.context = context;
    this.knownParent = knownParent;
    this.traceIdHigh = traceIdHigh;
    this.traceIdLow = traceIdLow;
    this.name = name;
    this.kind = kind;
    this.attributes = attributes;
    this.atOnce = atOnce;
    this.recorder = recorder;
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
    if (atOnce != null) {
      Limits limits = recorder.limits();
      var copy = new AttributeSnapshot(limits.attributes(), limits.length());
      copy.addAll(atOnce, recorder);
      attributes = copy.slots();
      atOnce = null;
    }
    return key == null ? null : Slots.get(attributes, key);
  }
}
