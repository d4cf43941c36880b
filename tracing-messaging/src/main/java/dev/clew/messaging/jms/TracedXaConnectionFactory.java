// SPDX-License-Identifier: Apache-2.0
package dev.clew.messaging.jms;

import jakarta.jms.JMSException;
import jakarta.jms.XAConnection;
import jakarta.jms.XAConnectionFactory;
import jakarta.jms.XAJMSContext;
import jakarta.jms.XAQueueConnection;
import jakarta.jms.XAQueueConnectionFactory;
import jakarta.jms.XATopicConnection;
import jakarta.jms.XATopicConnectionFactory;

/** Makes traced connections that take part in distributed transactions, too. */
final class TracedXaConnectionFactory extends TracedConnectionFactory
    implements XAQueueConnectionFactory, XATopicConnectionFactory {

  private static final long serialVersionUID = 1L;

  TracedXaConnectionFactory(Object delegate) {
    super(delegate);
  }

  @Override
  public XAConnection createXAConnection() throws JMSException {
    return TracedConnection.of(
        XAConnection.class, as(XAConnectionFactory.class).createXAConnection(), tracer());
  }

  @Override
  public XAConnection createXAConnection(String userName, String password) throws JMSException {
    return TracedConnection.of(
        XAConnection.class,
        as(XAConnectionFactory.class).createXAConnection(userName, password),
        tracer());
  }

  @Override
  public XAQueueConnection createXAQueueConnection() throws JMSException {
    return TracedConnection.of(
        XAQueueConnection.class,
        as(XAQueueConnectionFactory.class).createXAQueueConnection(),
        tracer());
  }

  @Override
  public XAQueueConnection createXAQueueConnection(String userName, String password)
      throws JMSException {
    return TracedConnection.of(
        XAQueueConnection.class,
        as(XAQueueConnectionFactory.class).createXAQueueConnection(userName, password),
        tracer());
  }

  @Override
  public XATopicConnection createXATopicConnection() throws JMSException {
    return TracedConnection.of(
        XATopicConnection.class,
        as(XATopicConnectionFactory.class).createXATopicConnection(),
        tracer());
  }

  @Override
  public XATopicConnection createXATopicConnection(String userName, String password)
      throws JMSException {
    return TracedConnection.of(
        XATopicConnection.class,
        as(XATopicConnectionFactory.class).createXATopicConnection(userName, password),
        tracer());
  }

  @Override
  public XAJMSContext createXAContext() {
    return (XAJMSContext)
        TracedContext.of(((XAConnectionFactory) delegate).createXAContext(), tracer());
  }

  @Override
  public XAJMSContext createXAContext(String userName, String password) {
    return (XAJMSContext)
        TracedContext.of(
            ((XAConnectionFactory) delegate).createXAContext(userName, password), tracer());
  }
}
