// SPDX-License-Identifier: Apache-2.0
package dev.clew.messaging.jms;

import dev.clew.instrument.messaging.MessageDestination;
import jakarta.jms.CompletionListener;
import jakarta.jms.Destination;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageProducer;
import jakarta.jms.Queue;
import jakarta.jms.QueueSender;
import jakarta.jms.Topic;
import jakarta.jms.TopicPublisher;

/** Sends messages that are traced. */
final class TracedProducer extends Decorated<MessageProducer>
    implements QueueSender, TopicPublisher {

  private final Sends sends;
  private final MessageDestination bound;

  private TracedProducer(MessageProducer delegate, JmsTracer tracer) {
    super(delegate);
    this.sends = new Sends(tracer);
    this.bound = JmsDestinations.of(delegate);
  }

  static <P extends MessageProducer> P of(Class<P> type, P producer, JmsTracer tracer) {
    return producer == null ? null : type.cast(new TracedProducer(producer, tracer));
  }

  @Override
  public void send(Message message) throws JMSException {
    sends.now(bound, message, bare -> delegate.send(bare));
  }

  @Override
  public void send(Message message, int deliveryMode, int priority, long timeToLive)
      throws JMSException {
    sends.now(bound, message, bare -> delegate.send(bare, deliveryMode, priority, timeToLive));
  }

  @Override
  public void send(Destination destination, Message message) throws JMSException {
    sends.now(JmsDestinations.of(destination), message, bare -> delegate.send(destination, bare));
  }

  @Override
  public void send(
      Destination destination, Message message, int deliveryMode, int priority, long timeToLive)
      throws JMSException {
    sends.now(
        JmsDestinations.of(destination),
        message,
        bare -> delegate.send(destination, bare, deliveryMode, priority, timeToLive));
  }

  @Override
  public void send(Message message, CompletionListener listener) throws JMSException {
    sends.later(bound, message, listener, (bare, traced) -> delegate.send(bare, traced));
  }

  @Override
  public void send(
      Message message, int deliveryMode, int priority, long timeToLive, CompletionListener listener)
      throws JMSException {
    sends.later(
        bound,
        message,
        listener,
        (bare, traced) -> delegate.send(bare, deliveryMode, priority, timeToLive, traced));
  }

  @Override
  public void send(Destination destination, Message message, CompletionListener listener)
      throws JMSException {
    sends.later(
        JmsDestinations.of(destination),
        message,
        listener,
        (bare, traced) -> delegate.send(destination, bare, traced));
  }

  @Override
  public void send(
      Destination destination,
      Message message,
      int deliveryMode,
      int priority,
      long timeToLive,
      CompletionListener listener)
      throws JMSException {
    sends.later(
        JmsDestinations.of(destination),
        message,
        listener,
        (bare, traced) ->
            delegate.send(destination, bare, deliveryMode, priority, timeToLive, traced));
  }

  @Override
  public void send(Queue queue, Message message) throws JMSException {
    sends.now(JmsDestinations.of(queue), message, bare -> as(QueueSender.class).send(queue, bare));
  }

  @Override
  public void send(Queue queue, Message message, int deliveryMode, int priority, long timeToLive)
      throws JMSException {
    sends.now(
        JmsDestinations.of(queue),
        message,
        bare -> as(QueueSender.class).send(queue, bare, deliveryMode, priority, timeToLive));
  }

  @Override
  public void publish(Message message) throws JMSException {
    sends.now(bound, message, bare -> as(TopicPublisher.class).publish(bare));
  }

  @Override
  public void publish(Message message, int deliveryMode, int priority, long timeToLive)
      throws JMSException {
    sends.now(
        bound,
        message,
        bare -> as(TopicPublisher.class).publish(bare, deliveryMode, priority, timeToLive));
  }

  @Override
  public void publish(Topic topic, Message message) throws JMSException {
    sends.now(
        JmsDestinations.of(topic), message, bare -> as(TopicPublisher.class).publish(topic, bare));
  }

  @Override
  public void publish(Topic topic, Message message, int deliveryMode, int priority, long timeToLive)
      throws JMSException {
    sends.now(
        JmsDestinations.of(topic),
        message,
        bare -> as(TopicPublisher.class).publish(topic, bare, deliveryMode, priority, timeToLive));
  }

  @Override
  public Queue getQueue() throws JMSException {
    return as(QueueSender.class).getQueue();
  }

  @Override
  public Topic getTopic() throws JMSException {
    return as(TopicPublisher.class).getTopic();
  }

  @Override
  public void setDisableMessageID(boolean value) throws JMSException {
    delegate.setDisableMessageID(value);
  }

  @Override
  public boolean getDisableMessageID() throws JMSException {
    return delegate.getDisableMessageID();
  }

  @Override
  public void setDisableMessageTimestamp(boolean value) throws JMSException {
    delegate.setDisableMessageTimestamp(value);
  }

  @Override
  public boolean getDisableMessageTimestamp() throws JMSException {
    return delegate.getDisableMessageTimestamp();
  }

  @Override
  public void setDeliveryMode(int deliveryMode) throws JMSException {
    delegate.setDeliveryMode(deliveryMode);
  }

  @Override
  public int getDeliveryMode() throws JMSException {
    return delegate.getDeliveryMode();
  }

  @Override
  public void setPriority(int priority) throws JMSException {
    delegate.setPriority(priority);
  }

  @Override
  public int getPriority() throws JMSException {
    return delegate.getPriority();
  }

  @Override
  public void setTimeToLive(long timeToLive) throws JMSException {
    delegate.setTimeToLive(timeToLive);
  }

  @Override
  public long getTimeToLive() throws JMSException {
    return delegate.getTimeToLive();
  }

  @Override
  public void setDeliveryDelay(long deliveryDelay) throws JMSException {
    delegate.setDeliveryDelay(deliveryDelay);
  }

  @Override
  public long getDeliveryDelay() throws JMSException {
    return delegate.getDeliveryDelay();
  }

  @Override
  public Destination getDestination() throws JMSException {
    return delegate.getDestination();
  }

  @Override
  public void close() throws JMSException {
    delegate.close();
  }
}
