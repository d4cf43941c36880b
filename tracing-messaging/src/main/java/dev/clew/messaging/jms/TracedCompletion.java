// SPDX-License-Identifier: Apache-2.0
package dev.clew.messaging.jms;

import dev.clew.instrument.EntryScope;
import dev.clew.instrument.Guard;
import dev.clew.instrument.messaging.MessagingSpan;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import jakarta.jms.CompletionListener;
import jakarta.jms.Message;

/**
 * Ends the span of a message that was sent without waiting. The application's listener then runs in
 * the context that the message was sent in.
 */
final class TracedCompletion implements CompletionListener {

  private final CompletionListener listener;
  private final MessagingSpan span;
  private final Context sender;

  private TracedCompletion(CompletionListener listener, MessagingSpan span, Context sender) {
    this.listener = listener;
    this.span = span;
    this.sender = sender;
  }

  static CompletionListener of(CompletionListener listener, MessagingSpan span) {
    return new TracedCompletion(listener, span, current());
  }

  private static Context current() {
    try {
      return Context.current();
    } catch (Throwable failure) {
      Guard.failed("ask for the current context", failure);
      return Context.root();
    }
  }

  /** The application's listener. */
  static CompletionListener behind(CompletionListener listener) {
    return listener instanceof TracedCompletion traced ? traced.listener : listener;
  }

  @Override
  public void onCompletion(Message message) {
    span.sent(JmsMessage.of(message));
    span.end();
    Scope scope = EntryScope.open(sender);
    try {
      listener.onCompletion(message);
    } finally {
      scope.close();
    }
  }

  @Override
  public void onException(Message message, Exception failure) {
    span.error(failure);
    span.end();
    Scope scope = EntryScope.open(sender);
    try {
      listener.onException(message, failure);
    } finally {
      scope.close();
    }
  }
}
