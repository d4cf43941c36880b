// SPDX-License-Identifier: Apache-2.0
package dev.clew.messaging.jms;

import dev.clew.instrument.messaging.MessageDestination;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;

/** Runs the application's listener in the span of the message that it processes. */
final class TracedListener implements MessageListener {

  private final MessageListener listener;
  private final Processes processes;

  private TracedListener(MessageListener listener, Processes processes) {
    this.listener = listener;
    this.processes = processes;
  }

  /**
   * A listener that is traced.
   *
   * @param destination {@code null} where messages of several come
   * @return {@code null} for {@code null}
   */
  static MessageListener of(
      MessageListener listener, JmsTracer tracer, MessageDestination destination) {
    return listener == null
        ? null
        : new TracedListener(listener, new Processes(tracer, destination));
  }

  /** The application's listener. */
  static MessageListener behind(MessageListener listener) {
    return listener instanceof TracedListener traced ? traced.listener : listener;
  }

  @Override
  public void onMessage(Message message) {
    Message received = processes.tracer().received(message);
    processes.message(
        received,
        () -> {
          listener.onMessage(received);
          return null;
        });
  }
}
