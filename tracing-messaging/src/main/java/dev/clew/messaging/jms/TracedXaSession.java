// SPDX-License-Identifier: Apache-2.0
package dev.clew.messaging.jms;

import jakarta.jms.JMSException;
import jakarta.jms.QueueSession;
import jakarta.jms.Session;
import jakarta.jms.TopicSession;
import jakarta.jms.XAQueueSession;
import jakarta.jms.XASession;
import jakarta.jms.XATopicSession;
import javax.transaction.xa.XAResource;

/** A traced session that takes part in distributed transactions. */
final class TracedXaSession extends TracedSession implements XAQueueSession, XATopicSession {

  TracedXaSession(Session delegate, JmsTracer tracer) {
    super(delegate, tracer);
  }

  @Override
  public Session getSession() throws JMSException {
    return traced(Session.class, as(XASession.class).getSession());
  }

  @Override
  public QueueSession getQueueSession() throws JMSException {
    return traced(QueueSession.class, as(XAQueueSession.class).getQueueSession());
  }

  @Override
  public TopicSession getTopicSession() throws JMSException {
    return traced(TopicSession.class, as(XATopicSession.class).getTopicSession());
  }

  @Override
  public XAResource getXAResource() {
    return ((XASession) delegate).getXAResource();
  }

  /** Some providers have one object for both. */
  private <S extends Session> S traced(Class<S> type, S session) {
    return session == delegate ? type.cast(this) : TracedSession.of(type, session, tracer);
  }
}
