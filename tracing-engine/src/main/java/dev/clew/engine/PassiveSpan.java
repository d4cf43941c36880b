// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceState;
import java.util.concurrent.TimeUnit;

/**
 * A span that is not recorded and only carries its context on, which it is itself: a caller's, or
 * one that is not sampled. With a sampler that follows the parent, one unsampled span stands for
 * all the spans below it in this process: nothing can tell them apart, since none is ever seen.
 */
final class PassiveSpan extends ClewSpanContext implements LocalSpan {

  PassiveSpan(
      long traceIdHigh,
      long traceIdLow,
      long spanId,
      byte flags,
      boolean remote,
      TraceState traceState) {
    super(traceIdHigh, traceIdLow, spanId, flags, remote, traceState);
  }

  /** A caller's span; neither the trace id nor the span id is zero. */
  static PassiveSpan remote(
      long traceIdHigh, long traceIdLow, long spanId, byte flags, TraceState traceState) {
    return new PassiveSpan(traceIdHigh, traceIdLow, spanId, flags, true, traceState);
  }

  @Override
  public ClewSpanContext getSpanContext() {
    return this;
  }

  @Override
  public boolean isRecording() {
    return false;
  }

  @Override
  public Span setAttribute(String key, String value) {
    return this;
  }

  @Override
  public Span setAttribute(String key, long value) {
    return this;
  }

  @Override
  public Span setAttribute(String key, double value) {
    return this;
  }

  @Override
  public Span setAttribute(String key, boolean value) {
    return this;
  }

  @Override
  public <T> Span setAttribute(AttributeKey<T> key, T value) {
    return this;
  }

  @Override
  public Span setAttribute(AttributeKey<Long> key, int value) {
    return this;
  }

  @Override
  public Span setAllAttributes(Attributes attributes) {
    return this;
  }

  @Override
  public Span addEvent(String name, Attributes attributes) {
    return this;
  }

  @Override
  public Span addEvent(String name, Attributes attributes, long timestamp, TimeUnit unit) {
    return this;
  }

  /** Since OpenTelemetry 1.37; on the oldest API there is nothing to override. */
  public Span addLink(SpanContext target) {
    return this;
  }

  /** Since OpenTelemetry 1.37; on the oldest API there is nothing to override. */
  public Span addLink(SpanContext target, Attributes attributes) {
    return this;
  }

  @Override
  public Span setStatus(StatusCode code, String description) {
    return this;
  }

  @Override
  public Span recordException(Throwable exception, Attributes attributes) {
    return this;
  }

  @Override
  public Span updateName(String name) {
    return this;
  }

  @Override
  public void end() {}

  @Override
  public void end(long timestamp, TimeUnit unit) {}
}
