// SPDX-License-Identifier: Apache-2.0
package dev.clew.messaging.jms;

import jakarta.jms.Connection;
import jakarta.jms.ConnectionConsumer;
import jakarta.jms.ConnectionMetaData;
import jakarta.jms.Destination;
import jakarta.jms.ExceptionListener;
import jakarta.jms.JMSException;
import jakarta.jms.Queue;
import jakarta.jms.QueueConnection;
import jakarta.jms.QueueSession;
import jakarta.jms.ServerSessionPool;
import jakarta.jms.Session;
import jakarta.jms.Topic;
import jakarta.jms.TopicConnection;
import jakarta.jms.TopicSession;
import jakarta.jms.XAConnection;

/** Makes sessions whose messages are traced. */
class TracedConnection extends Decorated<Connection> implements QueueConnection, TopicConnection {

  final JmsTracer tracer;

  TracedConnection(Connection delegate, JmsTracer tracer) {
    super(delegate);
    this.tracer = tracer;
  }

  /**
   * A connection that is traced.
   *
   * @param tracer {@code null} where nothing is to be traced
   */
  static <C extends Connection> C of(Class<C> type, C connection, JmsTracer tracer) {
    if (connection == null || tracer == null) {
      return connection;
    }
    return type.cast(
        connection instanceof XAConnection
            ? new TracedXaConnection(connection, tracer)
            : new TracedConnection(connection, tracer));
  }

  @Override
  public Session createSession(boolean transacted, int acknowledgeMode) throws JMSException {
    return TracedSession.of(
        Session.class, delegate.createSession(transacted, acknowledgeMode), tracer);
  }

  @Override
  public Session createSession(int sessionMode) throws JMSException {
    return TracedSession.of(Session.class, delegate.createSession(sessionMode), tracer);
  }

  @Override
  public Session createSession() throws JMSException {
    return TracedSession.of(Session.class, delegate.createSession(), tracer);
  }

  @Override
  public QueueSession createQueueSession(boolean transacted, int acknowledgeMode)
      throws JMSException {
    return TracedSession.of(
        QueueSession.class,
        as(QueueConnection.class).createQueueSession(transacted, acknowledgeMode),
        tracer);
  }

  @Override
  public TopicSession createTopicSession(boolean transacted, int acknowledgeMode)
      throws JMSException {
    return TracedSession.of(
        TopicSession.class,
        as(TopicConnection.class).createTopicSession(transacted, acknowledgeMode),
        tracer);
  }

  @Override
  public String getClientID() throws JMSException {
    return delegate.getClientID();
  }

  @Override
  public void setClientID(String clientId) throws JMSException {
    delegate.setClientID(clientId);
  }

  @Override
  public ConnectionMetaData getMetaData() throws JMSException {
    return delegate.getMetaData();
  }

  @Override
  public ExceptionListener getExceptionListener() throws JMSException {
    return delegate.getExceptionListener();
  }

  @Override
  public void setExceptionListener(ExceptionListener listener) throws JMSException {
    delegate.setExceptionListener(listener);
  }

  @Override
  public void start() throws JMSException {
    delegate.start();
  }

  @Override
  public void stop() throws JMSException {
    delegate.stop();
  }

  @Override
  public void close() throws JMSException {
    delegate.close();
  }

  @Override
  public ConnectionConsumer createConnectionConsumer(
      Destination destination, String selector, ServerSessionPool pool, int maxMessages)
      throws JMSException {
    return delegate.createConnectionConsumer(
        destination, selector, BareServerSession.pool(pool), maxMessages);
  }

  @Override
  public ConnectionConsumer createConnectionConsumer(
      Queue queue, String selector, ServerSessionPool pool, int maxMessages) throws JMSException {
    return as(QueueConnection.class)
        .createConnectionConsumer(queue, selector, BareServerSession.pool(pool), maxMessages);
  }

  @Override
  public ConnectionConsumer createConnectionConsumer(
      Topic topic, String selector, ServerSessionPool pool, int maxMessages) throws JMSException {
    return as(TopicConnection.class)
        .createConnectionConsumer(topic, selector, BareServerSession.pool(pool), maxMessages);
  }

  @Override
  public ConnectionConsumer createSharedConnectionConsumer(
      Topic topic, String subscription, String selector, ServerSessionPool pool, int maxMessages)
      throws JMSException {
    return delegate.createSharedConnectionConsumer(
        topic, subscription, selector, BareServerSession.pool(pool), maxMessages);
  }

  @Override
  public ConnectionConsumer createDurableConnectionConsumer(
      Topic topic, String subscription, String selector, ServerSessionPool pool, int maxMessages)
      throws JMSException {
    return delegate.createDurableConnectionConsumer(
        topic, subscription, selector, BareServerSession.pool(pool), maxMessages);
  }

  @Override
  public ConnectionConsumer createSharedDurableConnectionConsumer(
      Topic topic, String subscription, String selector, ServerSessionPool pool, int maxMessages)
      throws JMSException {
    return delegate.createSharedDurableConnectionConsumer(
        topic, subscription, selector, BareServerSession.pool(pool), maxMessages);
  }
}
