// SPDX-License-Identifier: Apache-2.0
package dev.clew.messaging.jms;

import dev.clew.instrument.messaging.MessageDestination;
import dev.clew.instrument.messaging.MessagingSpan;
import io.opentelemetry.context.Scope;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;

/** Runs the application's listener in the span of the message that it processes. */
final class TracedListener implements MessageListener {

  private final MessageListener listener;
  private final JmsTracer tracer;
  private final MessageDestination destination;

  private TracedListener(
      MessageListener listener, JmsTracer tracer, MessageDestination destination) {
    this.listener = listener;
    this.tracer = tracer;
    this.destination = destination;
  }

  /**
   * A listener that is traced.
   *
   * @param destination {@code null} where messages of several come
   * @return {@code null} for {@code null}
   */
  static MessageListener of(
      MessageListener listener, JmsTracer tracer, MessageDestination destination) {
    return listener == null ? null : new TracedListener(listener, tracer, destination);
  }

  /** The application's listener. */
  static MessageListener behind(MessageListener listener) {
    return listener instanceof TracedListener traced ? traced.listener : listener;
  }

  @Override
  public void onMessage(Message message) {
    MessageDestination from = destination != null ? destination : JmsDestinations.of(message);
    MessagingSpan span = tracer.messages().process(from, JmsMessage.of(message));
    Scope scope = span.makeCurrent();
    try {
      listener.onMessage(message);
    } catch (Throwable failure) {
      span.error(failure);
      throw failure;
    } finally {
      scope.close();
      span.end();
    }
  }
}
