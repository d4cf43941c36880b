// SPDX-License-Identifier: Apache-2.0
package dev.clew.messaging.jms;

import dev.clew.instrument.messaging.MessageDestination;
import jakarta.jms.Destination;
import jakarta.jms.JMSConsumer;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;

/** Receives messages with a span, and traces listeners, in JMS's simplified way. */
final class TracedJmsConsumer extends Decorated<JMSConsumer> implements JMSConsumer {

  private final Receives receives;

  private TracedJmsConsumer(
      JMSConsumer delegate, JmsTracer tracer, MessageDestination destination) {
    super(delegate);
    this.receives = new Receives(tracer, destination);
  }

  static JMSConsumer of(JMSConsumer consumer, JmsTracer tracer, Destination destination) {
    return consumer == null
        ? null
        : new TracedJmsConsumer(consumer, tracer, JmsDestinations.of(destination));
  }

  @Override
  public Message receive() {
    return receives.message(delegate::receive);
  }

  @Override
  public Message receive(long timeout) {
    return receives.message(() -> delegate.receive(timeout));
  }

  @Override
  public Message receiveNoWait() {
    return receives.message(delegate::receiveNoWait);
  }

  @Override
  public <T> T receiveBody(Class<T> type) {
    return receives.body(() -> delegate.receiveBody(type));
  }

  @Override
  public <T> T receiveBody(Class<T> type, long timeout) {
    return receives.body(() -> delegate.receiveBody(type, timeout));
  }

  @Override
  public <T> T receiveBodyNoWait(Class<T> type) {
    return receives.body(() -> delegate.receiveBodyNoWait(type));
  }

  @Override
  public MessageListener getMessageListener() {
    return TracedListener.behind(delegate.getMessageListener());
  }

  @Override
  public void setMessageListener(MessageListener listener) {
    delegate.setMessageListener(receives.listener(listener));
  }

  @Override
  public String getMessageSelector() {
    return delegate.getMessageSelector();
  }

  @Override
  public void close() {
    delegate.close();
  }
}
