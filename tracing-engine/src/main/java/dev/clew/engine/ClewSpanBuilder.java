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
import java.util.function.BiConsumer;

/**
 * Builds one span, on one thread. Nothing here throws.
 *
 * <p>A builder never leaves the methods that its caller sees: {@link #startSpan} passes its fields
 * on, not itself. So the compiler can do without the object where the span is not recorded.
 */
final class ClewSpanBuilder implements SpanBuilder, BiConsumer<AttributeKey<?>, Object> {

  private final ClewTracer tracer;
  private final String name;
  private SpanKind kind = SpanKind.INTERNAL;
  private long startEpochNanos;

  /** {@code null} for the context that is current when the span starts. */
  private Context parent;

  /** As {@link Slots} has them; {@code null} for none. */
  private Object[] attributes;

  /** All of them, where they were set at once; {@code null} otherwise. Copied if recorded. */
  private Attributes atOnce;

  /** What few spans have from the start; {@code null} for nothing. */
  private Recording more;

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
        more().recordLink(link, limits().links());
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
  public SpanBuilder setAllAttributes(Attributes all) {
    if (attributes == null && atOnce == null) {
      atOnce = all;
    } else if (all != null) {
      copyWhatWasSetAtOnce();
      copy(all);
    }
    return this;
  }

  private void copyWhatWasSetAtOnce() {
    Attributes all = atOnce;
    if (all != null) {
      atOnce = null;
      copy(all);
    }
  }

  private void copy(Attributes all) {
    try {
      if (!all.isEmpty()) {
        expect(all.size());
        all.forEach(this);
      }
    } catch (Throwable failed) {
      tracer.recorder().fault(failed);
    }
  }

  /** One of {@link #copy}. */
  @Override
  public void accept(AttributeKey<?> key, Object value) {
    attribute(AttributeKeys.text(key), value);
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
      Object[] pairs = attributes;
      Attributes all = atOnce;
      Recording rest = more;
      attributes = null;
      atOnce = null;
      more = null;
      return tracer.start(context, parentSpan, name, kind, pairs, all, rest, startEpochNanos);
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
    copyWhatWasSetAtOnce();
    try {
      Object kept = AttributeValues.of(value, limits().length());
      expect(0);
      Object[] target = Slots.put(attributes, key, kept, limits().attributes());
      if (target == null) {
        more().countDroppedAttribute();
      } else {
        attributes = target;
      }
    } catch (Throwable failed) {
      tracer.recorder().fault(failed);
    }
    return this;
  }

  /** Makes room for so many attributes at least, or as many as the tracer's spans usually have. */
  private void expect(int pairs) {
    if (attributes == null) {
      int usual = Math.max(pairs, tracer.usualAttributes());
      attributes = Slots.room(Math.min(usual, limits().attributes()));
    }
  }

  private Recording more() {
    if (more == null) {
      more = new Recording();
    }
    return more;
  }

  private Limits limits() {
    return tracer.recorder().limits();
  }
}
