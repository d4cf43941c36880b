// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.StatusCode;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** The many methods of {@link Span}, in terms of a few. */
interface SpanOverloads extends Span {

  /** Sets an attribute; ignores a key that is {@code null} or empty and a {@code null} value. */
  Span attribute(String key, Object value);

  /**
   * Adds an event; ignores one without a name.
   *
   * @param epochNanos 0 for now
   */
  Span event(String name, Attributes attributes, long epochNanos);

  /** Adds a link; ignores one to nowhere. */
  Span link(SpanContext target, Attributes attributes);

  /**
   * Ends the span, unless it has.
   *
   * @param epochNanos 0 for now
   */
  void endAt(long epochNanos);

  @Override
  default Span setAttribute(String key, String value) {
    return attribute(key, value);
  }

  @Override
  default Span setAttribute(String key, long value) {
    return attribute(key, value);
  }

  @Override
  default Span setAttribute(String key, double value) {
    return attribute(key, value);
  }

  @Override
  default Span setAttribute(String key, boolean value) {
    return attribute(key, value);
  }

  @Override
  default <T> Span setAttribute(AttributeKey<T> key, T value) {
    return attribute(AttributeKeys.text(key), value);
  }

  @Override
  default Span setAttribute(AttributeKey<Long> key, int value) {
    return attribute(AttributeKeys.text(key), (long) value);
  }

  @Override
  default Span addEvent(String name) {
    return event(name, null, 0);
  }

  @Override
  default Span addEvent(String name, long timestamp, TimeUnit unit) {
    return event(name, null, Times.epochNanos(timestamp, unit));
  }

  @Override
  default Span addEvent(String name, Instant timestamp) {
    return event(name, null, Times.epochNanos(timestamp));
  }

  @Override
  default Span addEvent(String name, Attributes attributes) {
    return event(name, attributes, 0);
  }

  @Override
  default Span addEvent(String name, Attributes attributes, long timestamp, TimeUnit unit) {
    return event(name, attributes, Times.epochNanos(timestamp, unit));
  }

  @Override
  default Span addEvent(String name, Attributes attributes, Instant timestamp) {
    return event(name, attributes, Times.epochNanos(timestamp));
  }

  /** Since OpenTelemetry 1.37; on the oldest API there is nothing to override. */
  default Span addLink(SpanContext target) {
    return link(target, null);
  }

  /** Since OpenTelemetry 1.37; on the oldest API there is nothing to override. */
  default Span addLink(SpanContext target, Attributes attributes) {
    return link(target, attributes);
  }

  @Override
  default Span setStatus(StatusCode code) {
    return setStatus(code, null);
  }

  @Override
  default Span recordException(Throwable exception) {
    return recordException(exception, null);
  }

  @Override
  default void end() {
    endAt(0);
  }

  @Override
  default void end(long timestamp, TimeUnit unit) {
    endAt(Times.epochNanos(timestamp, unit));
  }

  @Override
  default void end(Instant timestamp) {
    endAt(Times.epochNanos(timestamp));
  }
}
