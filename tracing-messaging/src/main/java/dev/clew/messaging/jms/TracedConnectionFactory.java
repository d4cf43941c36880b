// SPDX-License-Identifier: Apache-2.0
package dev.clew.messaging.jms;

import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.QueueConnection;
import jakarta.jms.QueueConnectionFactory;
import jakarta.jms.TopicConnection;
import jakarta.jms.TopicConnectionFactory;
import java.io.ObjectStreamException;
import java.io.Serializable;

/**
 * Makes connections and contexts whose messages are traced. Which application is traced is found
 * when one is made, so that a factory may be there before tracing has started.
 */
class TracedConnectionFactory extends Decorated<Object>
    implements QueueConnectionFactory, TopicConnectionFactory, Serializable {

  private static final long serialVersionUID = 1L;

  private transient volatile JmsTracer last;

  TracedConnectionFactory(Object delegate) {
    super(delegate);
  }

  @Override
  public Connection createConnection() throws JMSException {
    return TracedConnection.of(
        Connection.class, as(ConnectionFactory.class).createConnection(), tracer());
  }

  @Override
  public Connection createConnection(String userName, String password) throws JMSException {
    return TracedConnection.of(
        Connection.class,
        as(ConnectionFactory.class).createConnection(userName, password),
        tracer());
  }

  @Override
  public QueueConnection createQueueConnection() throws JMSException {
    return TracedConnection.of(
        QueueConnection.class, as(QueueConnectionFactory.class).createQueueConnection(), tracer());
  }

  @Override
  public QueueConnection createQueueConnection(String userName, String password)
      throws JMSException {
    return TracedConnection.of(
        QueueConnection.class,
        as(QueueConnectionFactory.class).createQueueConnection(userName, password),
        tracer());
  }

  @Override
  public TopicConnection createTopicConnection() throws JMSException {
    return TracedConnection.of(
        TopicConnection.class, as(TopicConnectionFactory.class).createTopicConnection(), tracer());
  }

  @Override
  public TopicConnection createTopicConnection(String userName, String password)
      throws JMSException {
    return TracedConnection.of(
        TopicConnection.class,
        as(TopicConnectionFactory.class).createTopicConnection(userName, password),
        tracer());
  }

  @Override
  public JMSContext createContext() {
    return TracedContext.of(contexts().createContext(), tracer());
  }

  @Override
  public JMSContext createContext(String userName, String password) {
    return TracedContext.of(contexts().createContext(userName, password), tracer());
  }

  @Override
  public JMSContext createContext(String userName, String password, int sessionMode) {
    return TracedContext.of(contexts().createContext(userName, password, sessionMode), tracer());
  }

  @Override
  public JMSContext createContext(int sessionMode) {
    return TracedContext.of(contexts().createContext(sessionMode), tracer());
  }

  /** {@code null} where nothing is to be traced. */
  final JmsTracer tracer() {
    JmsTracer now = JmsTracer.current(last);
    last = now;
    return now;
  }

  private ConnectionFactory contexts() {
    if (delegate instanceof ConnectionFactory factory) {
      return factory;
    }
    throw new jakarta.jms.IllegalStateRuntimeException("the provider has no ConnectionFactory");
  }

  final Object writeReplace() throws ObjectStreamException {
    return Passivated.of(delegate);
  }
}
