// SPDX-License-Identifier: Apache-2.0
package dev.clew.messaging.jms;

import jakarta.jms.BytesMessage;
import jakarta.jms.Destination;
import jakarta.jms.JMSException;
import jakarta.jms.MapMessage;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageListener;
import jakarta.jms.MessageProducer;
import jakarta.jms.ObjectMessage;
import jakarta.jms.Queue;
import jakarta.jms.QueueBrowser;
import jakarta.jms.QueueReceiver;
import jakarta.jms.QueueSender;
import jakarta.jms.QueueSession;
import jakarta.jms.Session;
import jakarta.jms.StreamMessage;
import jakarta.jms.TemporaryQueue;
import jakarta.jms.TemporaryTopic;
import jakarta.jms.TextMessage;
import jakarta.jms.Topic;
import jakarta.jms.TopicPublisher;
import jakarta.jms.TopicSession;
import jakarta.jms.TopicSubscriber;
import jakarta.jms.XASession;
import java.io.Serializable;

/** Makes producers and consumers that are traced. Browsers look without consuming: no spans. */
class TracedSession extends Decorated<Session> implements QueueSession, TopicSession {

  final JmsTracer tracer;

  TracedSession(Session delegate, JmsTracer tracer) {
    super(delegate);
    this.tracer = tracer;
  }

  static <S extends Session> S of(Class<S> type, S session, JmsTracer tracer) {
    if (session == null) {
      return null;
    }
    return type.cast(
        session instanceof XASession
            ? new TracedXaSession(session, tracer)
            : new TracedSession(session, tracer));
  }

  @Override
  public MessageProducer createProducer(Destination destination) throws JMSException {
    return TracedProducer.of(MessageProducer.class, delegate.createProducer(destination), tracer);
  }

  @Override
  public QueueSender createSender(Queue queue) throws JMSException {
    return TracedProducer.of(QueueSender.class, as(QueueSession.class).createSender(queue), tracer);
  }

  @Override
  public TopicPublisher createPublisher(Topic topic) throws JMSException {
    return TracedProducer.of(
        TopicPublisher.class, as(TopicSession.class).createPublisher(topic), tracer);
  }

  @Override
  public MessageConsumer createConsumer(Destination destination) throws JMSException {
    return TracedConsumer.of(
        MessageConsumer.class, delegate.createConsumer(destination), tracer, destination);
  }

  @Override
  public MessageConsumer createConsumer(Destination destination, String selector)
      throws JMSException {
    return TracedConsumer.of(
        MessageConsumer.class, delegate.createConsumer(destination, selector), tracer, destination);
  }

  @Override
  public MessageConsumer createConsumer(Destination destination, String selector, boolean noLocal)
      throws JMSException {
    return TracedConsumer.of(
        MessageConsumer.class,
        delegate.createConsumer(destination, selector, noLocal),
        tracer,
        destination);
  }

  @Override
  public MessageConsumer createSharedConsumer(Topic topic, String subscription)
      throws JMSException {
    return TracedConsumer.of(
        MessageConsumer.class, delegate.createSharedConsumer(topic, subscription), tracer, topic);
  }

  @Override
  public MessageConsumer createSharedConsumer(Topic topic, String subscription, String selector)
      throws JMSException {
    return TracedConsumer.of(
        MessageConsumer.class,
        delegate.createSharedConsumer(topic, subscription, selector),
        tracer,
        topic);
  }

  @Override
  public MessageConsumer createDurableConsumer(Topic topic, String subscription)
      throws JMSException {
    return TracedConsumer.of(
        MessageConsumer.class, delegate.createDurableConsumer(topic, subscription), tracer, topic);
  }

  @Override
  public MessageConsumer createDurableConsumer(
      Topic topic, String subscription, String selector, boolean noLocal) throws JMSException {
    return TracedConsumer.of(
        MessageConsumer.class,
        delegate.createDurableConsumer(topic, subscription, selector, noLocal),
        tracer,
        topic);
  }

  @Override
  public MessageConsumer createSharedDurableConsumer(Topic topic, String subscription)
      throws JMSException {
    return TracedConsumer.of(
        MessageConsumer.class,
        delegate.createSharedDurableConsumer(topic, subscription),
        tracer,
        topic);
  }

  @Override
  public MessageConsumer createSharedDurableConsumer(
      Topic topic, String subscription, String selector) throws JMSException {
    return TracedConsumer.of(
        MessageConsumer.class,
        delegate.createSharedDurableConsumer(topic, subscription, selector),
        tracer,
        topic);
  }

  @Override
  public TopicSubscriber createDurableSubscriber(Topic topic, String subscription)
      throws JMSException {
    return TracedConsumer.of(
        TopicSubscriber.class,
        delegate.createDurableSubscriber(topic, subscription),
        tracer,
        topic);
  }

  @Override
  public TopicSubscriber createDurableSubscriber(
      Topic topic, String subscription, String selector, boolean noLocal) throws JMSException {
    return TracedConsumer.of(
        TopicSubscriber.class,
        delegate.createDurableSubscriber(topic, subscription, selector, noLocal),
        tracer,
        topic);
  }

  @Override
  public TopicSubscriber createSubscriber(Topic topic) throws JMSException {
    return TracedConsumer.of(
        TopicSubscriber.class, as(TopicSession.class).createSubscriber(topic), tracer, topic);
  }

  @Override
  public TopicSubscriber createSubscriber(Topic topic, String selector, boolean noLocal)
      throws JMSException {
    return TracedConsumer.of(
        TopicSubscriber.class,
        as(TopicSession.class).createSubscriber(topic, selector, noLocal),
        tracer,
        topic);
  }

  @Override
  public QueueReceiver createReceiver(Queue queue) throws JMSException {
    return TracedConsumer.of(
        QueueReceiver.class, as(QueueSession.class).createReceiver(queue), tracer, queue);
  }

  @Override
  public QueueReceiver createReceiver(Queue queue, String selector) throws JMSException {
    return TracedConsumer.of(
        QueueReceiver.class, as(QueueSession.class).createReceiver(queue, selector), tracer, queue);
  }

  @Override
  public MessageListener getMessageListener() throws JMSException {
    return TracedListener.behind(delegate.getMessageListener());
  }

  @Override
  public void setMessageListener(MessageListener listener) throws JMSException {
    delegate.setMessageListener(TracedListener.of(listener, tracer, null));
  }

  @Override
  public void run() {
    delegate.run();
  }

  @Override
  public BytesMessage createBytesMessage() throws JMSException {
    return delegate.createBytesMessage();
  }

  @Override
  public MapMessage createMapMessage() throws JMSException {
    return delegate.createMapMessage();
  }

  @Override
  public Message createMessage() throws JMSException {
    return delegate.createMessage();
  }

  @Override
  public ObjectMessage createObjectMessage() throws JMSException {
    return delegate.createObjectMessage();
  }

  @Override
  public ObjectMessage createObjectMessage(Serializable object) throws JMSException {
    return delegate.createObjectMessage(object);
  }

  @Override
  public StreamMessage createStreamMessage() throws JMSException {
    return delegate.createStreamMessage();
  }

  @Override
  public TextMessage createTextMessage() throws JMSException {
    return delegate.createTextMessage();
  }

  @Override
  public TextMessage createTextMessage(String text) throws JMSException {
    return delegate.createTextMessage(text);
  }

  @Override
  public boolean getTransacted() throws JMSException {
    return delegate.getTransacted();
  }

  @Override
  public int getAcknowledgeMode() throws JMSException {
    return delegate.getAcknowledgeMode();
  }

  @Override
  public void commit() throws JMSException {
    delegate.commit();
  }

  @Override
  public void rollback() throws JMSException {
    delegate.rollback();
  }

  @Override
  public void recover() throws JMSException {
    delegate.recover();
  }

  @Override
  public void close() throws JMSException {
    delegate.close();
  }

  @Override
  public Queue createQueue(String queueName) throws JMSException {
    return delegate.createQueue(queueName);
  }

  @Override
  public Topic createTopic(String topicName) throws JMSException {
    return delegate.createTopic(topicName);
  }

  @Override
  public QueueBrowser createBrowser(Queue queue) throws JMSException {
    return TracedBrowser.of(delegate.createBrowser(queue), tracer);
  }

  @Override
  public QueueBrowser createBrowser(Queue queue, String selector) throws JMSException {
    return TracedBrowser.of(delegate.createBrowser(queue, selector), tracer);
  }

  @Override
  public TemporaryQueue createTemporaryQueue() throws JMSException {
    return delegate.createTemporaryQueue();
  }

  @Override
  public TemporaryTopic createTemporaryTopic() throws JMSException {
    return delegate.createTemporaryTopic();
  }

  @Override
  public void unsubscribe(String subscription) throws JMSException {
    delegate.unsubscribe(subscription);
  }
}
