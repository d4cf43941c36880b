// SPDX-License-Identifier: Apache-2.0
package dev.clew.messaging.jms;

import dev.clew.instrument.messaging.MessageDestination;
import dev.clew.instrument.messaging.MessagingSpan;
import io.opentelemetry.context.Scope;
import jakarta.jms.Message;

/** Processes messages with a span, whoever calls the listener. */
final class Processes {

  private final JmsTracer tracer;
  private final MessageDestination destination;

  /**
   * Those of a listener.
   *
   * @param destination {@code null} where messages of several come
   */
  Processes(JmsTracer tracer, MessageDestination destination) {
    this.tracer = tracer;
    this.destination = destination;
  }

  JmsTracer tracer() {
    return tracer;
  }

  <R, E extends Exception> R message(Message message, Work<R, E> processing) throws E {
    MessageDestination from = destination != null ? destination : JmsDestinations.of(message);
    MessagingSpan span = tracer.messages().process(from, JmsMessage.of(message));
    Scope scope = span.makeCurrent();
    try {
      return processing.run();
    } catch (Throwable failure) {
      span.error(failure);
      throw failure;
    } finally {
      scope.close();
      span.end();
    }
  }
}
