// SPDX-License-Identifier: Apache-2.0
package dev.clew.messaging.jms;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.XAConnection;
import jakarta.jms.XAQueueConnection;
import jakarta.jms.XAQueueSession;
import jakarta.jms.XASession;
import jakarta.jms.XATopicConnection;
import jakarta.jms.XATopicSession;

/** Makes traced sessions that take part in distributed transactions, too. */
final class TracedXaConnection extends TracedConnection
    implements XAQueueConnection, XATopicConnection {

  TracedXaConnection(Connection delegate, JmsTracer tracer) {
    super(delegate, tracer);
  }

  @Override
  public XASession createXASession() throws JMSException {
    return TracedSession.of(XASession.class, as(XAConnection.class).createXASession(), tracer);
  }

  @Override
  public XAQueueSession createXAQueueSession() throws JMSException {
    return TracedSession.of(
        XAQueueSession.class, as(XAQueueConnection.class).createXAQueueSession(), tracer);
  }

  @Override
  public XATopicSession createXATopicSession() throws JMSException {
    return TracedSession.of(
        XATopicSession.class, as(XATopicConnection.class).createXATopicSession(), tracer);
  }
}
