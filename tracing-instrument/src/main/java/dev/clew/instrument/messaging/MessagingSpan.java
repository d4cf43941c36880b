// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.messaging;

import dev.clew.instrument.Guard;
import dev.clew.instrument.SpanErrors;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The span of one message that is sent, received or processed, until {@link #end}. Thread-safe;
 * nothing here throws.
 */
public final class MessagingSpan {

  /** Stands for no span. */
  static final MessagingSpan INERT = new MessagingSpan(Span.getInvalid(), null);

  private final Span span;
  private final Context context;
  private final boolean recording;
  private final AtomicBoolean ended = new AtomicBoolean();

  /**
   * A span that has started.
   *
   * @param parent {@code null} where this stands for nothing
   */
  MessagingSpan(Span span, Context parent) {
    this.span = span;
    this.context = span == Span.getInvalid() ? parent : within(parent, span);
    this.recording = isRecording(span);
  }

  private static Context within(Context parent, Span span) {
    try {
      return parent.with(span);
    } catch (Throwable failure) {
      Guard.failed("put a messaging span into a context", failure);
      return parent;
    }
  }

  private static boolean isRecording(Span span) {
    try {
      return span.isRecording();
    } catch (Throwable failure) {
      Guard.failed("ask a messaging span whether it records", failure);
      return false;
    }
  }

  Context context() {
    return context;
  }

  /**
   * Makes the context with this span current on this thread.
   *
   * @return to be closed on this thread; never {@code null}, does not throw
   */
  public Scope makeCurrent() {
    return context == null ? Scope.noop() : MessageScope.of(context);
  }

  /** Says what is known of a message only when it is sent, such as its id. */
  public void sent(MessageView message) {
    describe(message);
  }

  /** Says that it has failed; {@code null}, and what comes after the end, are ignored. */
  public void error(Throwable failure) {
    if (isOpen()) {
      SpanErrors.record(span, failure);
    }
  }

  /** Ends it. Only the first call counts, from whichever thread it comes. */
  public void end() {
    if (ended.compareAndSet(false, true)) {
      try {
        span.end();
      } catch (Throwable failure) {
        Guard.failed("end a messaging span", failure);
      }
    }
  }

  void describe(Attributes attributes) {
    try {
      if (isOpen()) {
        span.setAllAttributes(attributes);
      }
    } catch (Throwable failure) {
      Guard.failed("record attributes of a messaging span", failure);
    }
  }

  /** What a message says of itself. */
  void describe(MessageView message) {
    if (message == null || !isOpen()) {
      return;
    }
    try {
      set(Keys.MESSAGE_ID, message.id());
      set(Keys.CONVERSATION_ID, message.conversationId());
    } catch (Throwable failure) {
      Guard.failed("record attributes of a message", failure);
    }
  }

  private void set(AttributeKey<String> key, String value) {
    if (value != null && !value.isEmpty()) {
      span.setAttribute(key, value);
    }
  }

  private boolean isOpen() {
    return recording && !ended.get();
  }
}
