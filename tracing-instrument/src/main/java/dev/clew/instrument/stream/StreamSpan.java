// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.stream;

import dev.clew.instrument.EntryScope;
import dev.clew.instrument.Guard;
import dev.clew.instrument.SpanErrors;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;

/** The span of something that happens on a connection that stays open. Nothing here throws. */
public final class StreamSpan {

  static final StreamSpan INERT = new StreamSpan(Span.getInvalid(), null);

  private final Span span;
  private final Context parent;

  /**
   * A span that has started.
   *
   * @param parent {@code null} where this stands for nothing
   */
  StreamSpan(Span span, Context parent) {
    this.span = span;
    this.parent = parent;
  }

  /**
   * Makes it current on this thread.
   *
   * @return to be closed on this thread; never {@code null}
   */
  public Scope makeCurrent() {
    try {
      return parent == null ? Scope.noop() : EntryScope.open(parent.with(span));
    } catch (Throwable failure) {
      Guard.failed("put the span of a message into a context", failure);
      return Scope.noop();
    }
  }

  /** Whether what is said of it is recorded. */
  public boolean isRecording() {
    try {
      return span.isRecording();
    } catch (Throwable failure) {
      Guard.failed("ask the span of a message whether it records", failure);
      return false;
    }
  }

  /** Says more; {@code null} is ignored. */
  public <T> void set(AttributeKey<T> key, T value) {
    try {
      if (value != null) {
        span.setAttribute(key, value);
      }
    } catch (Throwable failure) {
      Guard.failed("record an attribute of a message", failure);
    }
  }

  /** Keeps an exception that this span tells of, without having failed by it. */
  public void tell(Throwable failure) {
    SpanErrors.recordEvent(span, failure);
  }

  /**
   * Ends it; to be called once.
   *
   * @param failure why it failed; {@code null} where it did not
   */
  public void end(Throwable failure) {
    SpanErrors.record(span, failure);
    try {
      span.end();
    } catch (Throwable unexpected) {
      Guard.failed("end the span of a message", unexpected);
    }
  }
}
