// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.messaging;

import dev.clew.instrument.EntryScope;
import dev.clew.instrument.Guard;
import dev.clew.instrument.SpanErrors;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import io.opentelemetry.context.Scope;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The span of one message that is sent, received or processed, until {@link #end}. Thread-safe;
 * nothing here throws.
 */
public final class MessagingSpan {

  private static final ContextKey<MessagingSpan> KEY = ContextKey.named("clew-message-process");

  /** Stands for no span. */
  static final MessagingSpan INERT = new MessagingSpan(Span.getInvalid(), null, null);

  private final Span span;
  private final Context context;
  private final boolean recording;
  private final AtomicBoolean ended = new AtomicBoolean();

  /** {@code null} unless it is being processed. */
  private volatile Object processed;

  private volatile boolean entered;

  /**
   * A span that has started.
   *
   * @param parent {@code null} where this stands for nothing
   * @param processed the message, where it is one of processing; otherwise {@code null}
   */
  MessagingSpan(Span span, Context parent, Object processed) {
    this.span = span;
    this.processed = processed;
    this.context = span == Span.getInvalid() ? parent : within(parent);
    this.recording = isRecording(span);
  }

  private Context within(Context parent) {
    try {
      Context within = parent.with(span);
      return processed == null ? within : within.with(KEY, this);
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

  /** The one of the message that is being processed here; one of no message where none is. */
  public static MessagingSpan current() {
    try {
      MessagingSpan span = Context.current().get(KEY);
      return span != null ? span : INERT;
    } catch (Throwable failure) {
      Guard.failed("look up the message that is being processed", failure);
      return INERT;
    }
  }

  /** Whether it is the span of that very message's processing, which goes on. */
  public boolean isProcessing(Object message) {
    return message != null && processed == message;
  }

  /**
   * Says that a method is about to be called with a message.
   *
   * @return whether this is the call that processes it, so that this span stands for it already:
   *     the first one with that very message. For one thread at a time
   */
  public boolean enters(Object message) {
    boolean first = !entered && isProcessing(message);
    entered |= first;
    return first;
  }

  /** The context with this span in it; {@code null} where this stands for nothing. */
  public Context context() {
    return context;
  }

  /**
   * Makes the context with this span current on this thread.
   *
   * @return to be closed on this thread; never {@code null}, does not throw
   */
  public Scope makeCurrent() {
    return context == null ? Scope.noop() : EntryScope.open(context);
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

  /** Says that the message's processing is undone, so that it may be delivered again. */
  public void rolledBack() {
    try {
      if (isOpen()) {
        span.setAttribute(Keys.ROLLED_BACK, true);
        span.setStatus(StatusCode.ERROR, "rolled back");
      }
    } catch (Throwable failure) {
      Guard.failed("record that a message is rolled back", failure);
    }
  }

  /** Ends it. Only the first call counts, from whichever thread it comes. */
  public void end() {
    if (ended.compareAndSet(false, true)) {
      processed = null;
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

  /** Whether it has been delivered before. */
  void describeDelivery(MessageView message) {
    if (message == null || !isOpen()) {
      return;
    }
    try {
      int count = message.deliveryCount();
      if (count > 1) {
        span.setAttribute(Keys.DELIVERY_COUNT, (long) count);
      }
    } catch (Throwable failure) {
      Guard.failed("record how often a message was delivered", failure);
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
