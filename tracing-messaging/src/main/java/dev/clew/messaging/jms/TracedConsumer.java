// SPDX-License-Identifier: Apache-2.0
package dev.clew.messaging.jms;

import dev.clew.instrument.messaging.MessageDestination;
import jakarta.jms.Destination;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageListener;
import jakarta.jms.Queue;
import jakarta.jms.QueueReceiver;
import jakarta.jms.Topic;
import jakarta.jms.TopicSubscriber;

/** Receives messages with a span, and traces listeners. */
final class TracedConsumer extends Decorated<MessageConsumer>
    implements QueueReceiver, TopicSubscriber {

  private final Receives receives;

  private TracedConsumer(
      MessageConsumer delegate, JmsTracer tracer, MessageDestination destination) {
    super(delegate);
    this.receives = new Receives(tracer, destination);
  }

  static <C extends MessageConsumer> C of(
      Class<C> type, C consumer, JmsTracer tracer, Destination destination) {
    return consumer == null
        ? null
        : type.cast(new TracedConsumer(consumer, tracer, JmsDestinations.of(destination)));
  }

  @Override
  public Message receive() throws JMSException {
    return receives.message(delegate::receive);
  }

  @Override
  public Message receive(long timeout) throws JMSException {
    return receives.message(() -> delegate.receive(timeout));
  }

  @Override
  public Message receiveNoWait() throws JMSException {
    return receives.message(delegate::receiveNoWait);
  }

  @Override
  public MessageListener getMessageListener() throws JMSException {
    return TracedListener.behind(delegate.getMessageListener());
  }

  @Override
  public void setMessageListener(MessageListener listener) throws JMSException {
    delegate.setMessageListener(receives.listener(listener));
  }

  @Override
  public String getMessageSelector() throws JMSException {
    return delegate.getMessageSelector();
  }

  @Override
  public void close() throws JMSException {
    delegate.close();
  }

  @Override
  public Queue getQueue() throws JMSException {
    return as(QueueReceiver.class).getQueue();
  }

  @Override
  public Topic getTopic() throws JMSException {
    return as(TopicSubscriber.class).getTopic();
  }

  @Override
  public boolean getNoLocal() throws JMSException {
    return as(TopicSubscriber.class).getNoLocal();
  }
}
