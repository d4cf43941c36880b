// SPDX-License-Identifier: Apache-2.0
package dev.clew.messaging.jms;

import jakarta.jms.BytesMessage;
import jakarta.jms.ConnectionMetaData;
import jakarta.jms.Destination;
import jakarta.jms.ExceptionListener;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSProducer;
import jakarta.jms.MapMessage;
import jakarta.jms.Message;
import jakarta.jms.ObjectMessage;
import jakarta.jms.Queue;
import jakarta.jms.QueueBrowser;
import jakarta.jms.StreamMessage;
import jakarta.jms.TemporaryQueue;
import jakarta.jms.TemporaryTopic;
import jakarta.jms.TextMessage;
import jakarta.jms.Topic;
import jakarta.jms.XAJMSContext;
import java.io.ObjectStreamException;
import java.io.Serializable;

/** A context whose messages are traced. */
class TracedContext extends Decorated<JMSContext> implements JMSContext, Serializable {

  private static final long serialVersionUID = 1L;

  final transient JmsTracer tracer;

  TracedContext(JMSContext delegate, JmsTracer tracer) {
    super(delegate);
    this.tracer = tracer;
  }

  /**
   * A context that is traced.
   *
   * @param tracer {@code null} where nothing is to be traced
   */
  static JMSContext of(JMSContext context, JmsTracer tracer) {
    if (context == null || tracer == null) {
      return context;
    }
    return context instanceof XAJMSContext xa
        ? new TracedXaContext(xa, tracer)
        : new TracedContext(context, tracer);
  }

  @Override
  public JMSContext createContext(int sessionMode) {
    return of(delegate.createContext(sessionMode), tracer);
  }

  @Override
  public JMSProducer createProducer() {
    return TracedJmsProducer.of(delegate.createProducer(), tracer);
  }

  @Override
  public JMSConsumer createConsumer(Destination destination) {
    return TracedJmsConsumer.of(delegate.createConsumer(destination), tracer, destination);
  }

  @Override
  public JMSConsumer createConsumer(Destination destination, String selector) {
    return TracedJmsConsumer.of(
        delegate.createConsumer(destination, selector), tracer, destination);
  }

  @Override
  public JMSConsumer createConsumer(Destination destination, String selector, boolean noLocal) {
    return TracedJmsConsumer.of(
        delegate.createConsumer(destination, selector, noLocal), tracer, destination);
  }

  @Override
  public JMSConsumer createSharedConsumer(Topic topic, String subscription) {
    return TracedJmsConsumer.of(delegate.createSharedConsumer(topic, subscription), tracer, topic);
  }

  @Override
  public JMSConsumer createSharedConsumer(Topic topic, String subscription, String selector) {
    return TracedJmsConsumer.of(
        delegate.createSharedConsumer(topic, subscription, selector), tracer, topic);
  }

  @Override
  public JMSConsumer createDurableConsumer(Topic topic, String subscription) {
    return TracedJmsConsumer.of(delegate.createDurableConsumer(topic, subscription), tracer, topic);
  }

  @Override
  public JMSConsumer createDurableConsumer(
      Topic topic, String subscription, String selector, boolean noLocal) {
    return TracedJmsConsumer.of(
        delegate.createDurableConsumer(topic, subscription, selector, noLocal), tracer, topic);
  }

  @Override
  public JMSConsumer createSharedDurableConsumer(Topic topic, String subscription) {
    return TracedJmsConsumer.of(
        delegate.createSharedDurableConsumer(topic, subscription), tracer, topic);
  }

  @Override
  public JMSConsumer createSharedDurableConsumer(
      Topic topic, String subscription, String selector) {
    return TracedJmsConsumer.of(
        delegate.createSharedDurableConsumer(topic, subscription, selector), tracer, topic);
  }

  @Override
  public String getClientID() {
    return delegate.getClientID();
  }

  @Override
  public void setClientID(String clientId) {
    delegate.setClientID(clientId);
  }

  @Override
  public ConnectionMetaData getMetaData() {
    return delegate.getMetaData();
  }

  @Override
  public ExceptionListener getExceptionListener() {
    return delegate.getExceptionListener();
  }

  @Override
  public void setExceptionListener(ExceptionListener listener) {
    delegate.setExceptionListener(listener);
  }

  @Override
  public void start() {
    delegate.start();
  }

  @Override
  public void stop() {
    delegate.stop();
  }

  @Override
  public void setAutoStart(boolean autoStart) {
    delegate.setAutoStart(autoStart);
  }

  @Override
  public boolean getAutoStart() {
    return delegate.getAutoStart();
  }

  @Override
  public int getSessionMode() {
    return delegate.getSessionMode();
  }

  @Override
  public void acknowledge() {
    delegate.acknowledge();
  }

  @Override
  public BytesMessage createBytesMessage() {
    return delegate.createBytesMessage();
  }

  @Override
  public MapMessage createMapMessage() {
    return delegate.createMapMessage();
  }

  @Override
  public Message createMessage() {
    return delegate.createMessage();
  }

  @Override
  public ObjectMessage createObjectMessage() {
    return delegate.createObjectMessage();
  }

  @Override
  public ObjectMessage createObjectMessage(Serializable object) {
    return delegate.createObjectMessage(object);
  }

  @Override
  public StreamMessage createStreamMessage() {
    return delegate.createStreamMessage();
  }

  @Override
  public TextMessage createTextMessage() {
    return delegate.createTextMessage();
  }

  @Override
  public TextMessage createTextMessage(String text) {
    return delegate.createTextMessage(text);
  }

  @Override
  public boolean getTransacted() {
    return delegate.getTransacted();
  }

  @Override
  public void commit() {
    delegate.commit();
  }

  @Override
  public void rollback() {
    delegate.rollback();
  }

  @Override
  public void recover() {
    delegate.recover();
  }

  @Override
  public void close() {
    delegate.close();
  }

  @Override
  public Queue createQueue(String queueName) {
    return delegate.createQueue(queueName);
  }

  @Override
  public Topic createTopic(String topicName) {
    return delegate.createTopic(topicName);
  }

  @Override
  public QueueBrowser createBrowser(Queue queue) {
    return TracedBrowser.of(delegate.createBrowser(queue), tracer);
  }

  @Override
  public QueueBrowser createBrowser(Queue queue, String selector) {
    return TracedBrowser.of(delegate.createBrowser(queue, selector), tracer);
  }

  @Override
  public TemporaryQueue createTemporaryQueue() {
    return delegate.createTemporaryQueue();
  }

  @Override
  public TemporaryTopic createTemporaryTopic() {
    return delegate.createTemporaryTopic();
  }

  @Override
  public void unsubscribe(String subscription) {
    delegate.unsubscribe(subscription);
  }

  final Object writeReplace() throws ObjectStreamException {
    return Passivated.of(delegate);
  }
}
