// SPDX-License-Identifier: Apache-2.0
package dev.clew.messaging.jms;

import dev.clew.instrument.messaging.MessageDestination;
import dev.clew.instrument.messaging.MessagingSpan;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;

/** Receives with a span, whichever way the application does. */
final class Receives {

  private final JmsTracer tracer;
  private final MessageDestination destination;

  Receives(JmsTracer tracer, MessageDestination destination) {
    this.tracer = tracer;
    this.destination = destination;
  }

  /** What the provider gives is {@code null} where no message has come. */
  <E extends Exception> Message message(Work<Message, E> receiving) throws E {
    Message message = tracer.received(received(receiving));
    if (message != null) {
      tracer.messages().receive(destination, new JmsMessage(message)).end();
    }
    return message;
  }

  /** The message is not to be had, so the span cannot say who has sent it. */
  <T> T body(Work<T, RuntimeException> receiving) {
    T body = received(receiving);
    if (body != null) {
      tracer.messages().receive(destination, null).end();
    }
    return body;
  }

  private <R, E extends Exception> R received(Work<R, E> receiving) throws E {
    try {
      return receiving.run();
    } catch (Throwable failure) {
      MessagingSpan span = tracer.messages().receive(destination, null);
      span.error(failure);
      span.end();
      throw failure;
    }
  }

  /** A listener that is traced; {@code null} for {@code null}. */
  MessageListener listener(MessageListener listener) {
    return TracedListener.of(listener, tracer, destination);
  }
}
