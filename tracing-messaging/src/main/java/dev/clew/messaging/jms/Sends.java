// SPDX-License-Identifier: Apache-2.0
package dev.clew.messaging.jms;

import dev.clew.instrument.messaging.MessageDestination;
import dev.clew.instrument.messaging.MessageView;
import dev.clew.instrument.messaging.MessagingSpan;
import io.opentelemetry.context.Scope;
import jakarta.jms.CompletionListener;
import jakarta.jms.JMSException;
import jakarta.jms.Message;

/** Sends with a span, whichever way the application sends. */
final class Sends {

  private final JmsTracer tracer;

  Sends(JmsTracer tracer) {
    this.tracer = tracer;
  }

  /** The provider's part of it. */
  interface Sending {
    void run(Message bare) throws JMSException;
  }

  /** The provider's part where it answers later. */
  interface LaterSending {
    void run(Message bare, CompletionListener listener) throws JMSException;
  }

  void now(MessageDestination destination, Message message, Sending sending) throws JMSException {
    Message bare = ReceivedMessage.behind(message);
    MessageView view = JmsMessage.of(bare);
    MessagingSpan span = tracer.messages().send(destination, view);
    // What the provider calls for it, such as a service of AWS, belongs to it.
    Scope scope = span.makeCurrent();
    try {
      sending.run(bare);
      span.sent(view);
    } catch (Throwable failure) {
      span.error(failure);
      throw failure;
    } finally {
      scope.close();
      span.end();
    }
  }

  /** The span ends when the provider has answered, or at once where it refuses. */
  void later(
      MessageDestination destination,
      Message message,
      CompletionListener listener,
      LaterSending sending)
      throws JMSException {
    if (listener == null) {
      now(destination, message, bare -> sending.run(bare, null));
      return;
    }
    Message bare = ReceivedMessage.behind(message);
    MessagingSpan span = tracer.messages().send(destination, JmsMessage.of(bare));
    CompletionListener traced = TracedCompletion.of(listener, span);
    Scope scope = span.makeCurrent();
    try {
      sending.run(bare, traced);
    } catch (Throwable failure) {
      span.error(failure);
      span.end();
      throw failure;
    } finally {
      scope.close();
    }
  }
}
