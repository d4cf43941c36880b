// SPDX-License-Identifier: Apache-2.0
package dev.clew.messaging.jms;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Queue;
import jakarta.jms.QueueBrowser;
import java.util.Enumeration;

/** Shows messages as those are seen that are received. Looking at them is no span. */
final class TracedBrowser extends Decorated<QueueBrowser> implements QueueBrowser {

  private final JmsTracer tracer;

  private TracedBrowser(QueueBrowser delegate, JmsTracer tracer) {
    super(delegate);
    this.tracer = tracer;
  }

  static QueueBrowser of(QueueBrowser browser, JmsTracer tracer) {
    return browser == null ? null : new TracedBrowser(browser, tracer);
  }

  @Override
  public Enumeration<?> getEnumeration() throws JMSException {
    Enumeration<?> messages = delegate.getEnumeration();
    return messages == null ? null : new Messages(messages, tracer);
  }

  @Override
  public Queue getQueue() throws JMSException {
    return delegate.getQueue();
  }

  @Override
  public String getMessageSelector() throws JMSException {
    return delegate.getMessageSelector();
  }

  @Override
  public void close() throws JMSException {
    delegate.close();
  }

  private static final class Messages implements Enumeration<Object> {

    private final Enumeration<?> messages;
    private final JmsTracer tracer;

    Messages(Enumeration<?> messages, JmsTracer tracer) {
      this.messages = messages;
      this.tracer = tracer;
    }

    @Override
    public boolean hasMoreElements() {
      return messages.hasMoreElements();
    }

    @Override
    public Object nextElement() {
      Object next = messages.nextElement();
      return next instanceof Message message ? tracer.received(message) : next;
    }
  }
}
