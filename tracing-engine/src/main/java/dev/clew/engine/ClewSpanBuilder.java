// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/**
 * Builds one span, on one thread. Nothing here throws.
 *
 * <p>A builder never leaves the methods that its caller sees: {@link #startSpan} passes its fields
 * on, not itself. So the compiler can do without the object where the span is not recorded.
 */
final class ClewSpanBuilder implements SpanBuilder {

  private final ClewTracer tracer;
  private final String name;
  private SpanKind kind = SpanKind.INTERNAL;
  private long startEpochNanos;

  /** {@code null} for the context that is current when the span starts. */
  private Context parent;

  /** Attributes and links; {@code null} for none. */
  private Recording initial;

  ClewSpanBuilder(ClewTracer tracer, String name) {
    this.tracer = tracer;
    this.name = name;
  }

  @Override
  public SpanBuilder setParent(Context context) {
    if (context != null) {
      parent = context;
    }
    return this;
  }

  @Override
  public SpanBuilder setNoParent() {
    parent = Context.root();
    return this;
  }

  @Override
  public SpanBuilder addLink(SpanContext target) {
    return addLink(target, Attributes.empty());
  }

  @Override
  public SpanBuilder addLink(SpanContext target, Attributes attributes) {
    try {
      Link link = Link.to(target, attributes, tracer.recorder());
      if (link != null) {
        initial().recordLink(link, limits().links());
      }
    } catch (Throwable failed) {
      tracer.recorder().fault(failed);
    }
    return this;
  }

  @Override
  public SpanBuilder setAttribute(String key, String value) {
    return attribute(key, value);
  }

  @Override
  public SpanBuilder setAttribute(String key, long value) {
    return attribute(key, value);
  }

  @Override
  public SpanBuilder setAttribute(String key, double value) {
    return attribute(key, value);
  }

  @Override
  public SpanBuilder setAttribute(String key, boolean value) {
    return attribute(key, value);
  }

  @Override
  public <T> SpanBuilder setAttribute(AttributeKey<T> key, T value) {
    return attribute(AttributeKeys.text(key), value);
  }

  /** Newer APIs have it, the oldest one does not: so it cannot say that it overrides. */
  public SpanBuilder setAttribute(AttributeKey<Long> key, int value) {
    return attribute(AttributeKeys.text(key), (long) value);
  }

  @Override
  public SpanBuilder setAllAttributes(Attributes attributes) {
    try {
      if (attributes != null && !attributes.isEmpty()) {
        initial().expectAttributes(Math.min(attributes.size(), limits().attributes()));
        attributes.forEach((key, value) -> attribute(AttributeKeys.text(key), value));
      }
    } catch (Throwable failed) {
      tracer.recorder().fault(failed);
    }
    return this;
  }

  @Override
  public SpanBuilder setSpanKind(SpanKind spanKind) {
    if (spanKind != null) {
      kind = spanKind;
    }
    return this;
  }

  @Override
  public SpanBuilder setStartTimestamp(long timestamp, TimeUnit unit) {
    return startAt(Times.epochNanos(timestamp, unit));
  }

  @Override
  public SpanBuilder setStartTimestamp(Instant timestamp) {
    return startAt(Times.epochNanos(timestamp));
  }

  /**
   * Starts the span. A second span from the same builder, which OpenTelemetry leaves undefined,
   * starts without attributes and links.
   */
  @Override
  public Span startSpan() {
    try {
      Context context = parent == null ? Context.current() : parent;
      Span parentSpan = Span.fromContext(context);
      if (parentSpan instanceof PassiveSpan passive
          && !passive.isRemote()
          && tracer.followsUnsampledParent()) {
        return passive;
      }
      Recording taken = initial;
      initial = null;
      return tracer.start(context, parentSpan, name, kind, taken, startEpochNanos);
    } catch (Throwable failed) {
      tracer.recorder().fault(failed);
      return Span.getInvalid();
    }
  }

  /** Keeps what was set before where the new timestamp is none. */
  private SpanBuilder startAt(long epochNanos) {
    if (epochNanos != 0) {
      startEpochNanos = epochNanos;
    }
    return this;
  }

  private SpanBuilder attribute(String key, Object value) {
    if (key == null || key.isEmpty() || value == null) {
      return this;
    }
    try {
      Object kept = AttributeValues.of(value, limits().length());
      initial().recordAttribute(key, kept, limits().attributes());
    } catch (Throwable failed) {
      tracer.recorder().fault(failed);
    }
    return this;
  }

  private Recording initial() {
    if (initial == null) {
      initial = new Recording();
    }
    return initial;
  }

  private Limits limits() {
    return tracer.recorder().limits();
  }
}
