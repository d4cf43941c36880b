// SPDX-License-Identifier: Apache-2.0
package dev.clew.messaging.jms;

import dev.clew.instrument.messaging.MessageDestination;
import dev.clew.instrument.messaging.MessageView;
import dev.clew.instrument.messaging.MessagingSpan;
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
    void run() throws JMSException;
  }

  /** The provider's part where it answers later. */
  interface LaterSending {
    void run(CompletionListener listener) throws JMSException;
  }

  void now(MessageDestination destination, Message message, Sending sending) throws JMSException {
    MessageView view = JmsMessage.of(message);
    MessagingSpan span = tracer.messages().send(destination, view);
    try {
      sending.run();
      span.sent(view);
    } catch (Throwable failure) {
      span.error(failure);
      throw failure;
    } finally {
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
      now(destination, message, () -> sending.run(null));
      return;
    }
    MessagingSpan span = tracer.messages().send(destination, JmsMessage.of(message));
    try {
      sending.run(TracedCompletion.of(listener, span));
    } catch (Throwable failure) {
      span.error(failure);
      span.end();
      throw failure;
    }
  }
}
