// SPDX-License-Identifier: Apache-2.0
package dev.clew.messaging.jms;

import dev.clew.instrument.messaging.MessageView;
import dev.clew.instrument.messaging.MessagingSpan;
import jakarta.jms.CompletionListener;
import jakarta.jms.Destination;
import jakarta.jms.JMSProducer;
import jakarta.jms.Message;
import java.io.Serializable;
import java.util.Map;
import java.util.Set;

/** Sends messages that are traced, in JMS's simplified way. */
final class TracedJmsProducer extends Decorated<JMSProducer> implements JMSProducer {

  private final JmsTracer tracer;

  private TracedJmsProducer(JMSProducer delegate, JmsTracer tracer) {
    super(delegate);
    this.tracer = tracer;
  }

  static JMSProducer of(JMSProducer producer, JmsTracer tracer) {
    return producer == null ? null : new TracedJmsProducer(producer, tracer);
  }

  @Override
  public JMSProducer send(Destination destination, Message message) {
    Message bare = ReceivedMessage.behind(message);
    send(destination, JmsMessage.of(bare), () -> delegate.send(destination, bare));
    return this;
  }

  @Override
  public JMSProducer send(Destination destination, String body) {
    sendBody(destination, ProducerProperties.of(delegate), () -> delegate.send(destination, body));
    return this;
  }

  @Override
  public JMSProducer send(Destination destination, Map<String, Object> body) {
    sendBody(destination, ProducerProperties.of(delegate), () -> delegate.send(destination, body));
    return this;
  }

  @Override
  public JMSProducer send(Destination destination, byte[] body) {
    sendBody(destination, ProducerProperties.of(delegate), () -> delegate.send(destination, body));
    return this;
  }

  @Override
  public JMSProducer send(Destination destination, Serializable body) {
    sendBody(destination, ProducerProperties.of(delegate), () -> delegate.send(destination, body));
    return this;
  }

  private void sendBody(Destination destination, ProducerProperties properties, Runnable sending) {
    try {
      send(destination, properties, sending);
    } finally {
      properties.restore();
    }
  }

  private void send(Destination destination, MessageView message, Runnable sending) {
    CompletionListener listener = getAsync();
    MessagingSpan span = tracer.messages().send(JmsDestinations.of(destination), message);
    boolean isLeft = false;
    try {
      if (listener == null) {
        sending.run();
        span.sent(message);
      } else {
        sendLater(listener, span, sending);
        isLeft = true;
      }
    } catch (Throwable failure) {
      span.error(failure);
      throw failure;
    } finally {
      if (!isLeft) {
        span.end();
      }
    }
  }

  /** The span is ended by the listener. */
  private void sendLater(CompletionListener listener, MessagingSpan span, Runnable sending) {
    delegate.setAsync(TracedCompletion.of(listener, span));
    try {
      sending.run();
    } finally {
      delegate.setAsync(listener);
    }
  }

  @Override
  public CompletionListener getAsync() {
    return TracedCompletion.behind(delegate.getAsync());
  }

  @Override
  public JMSProducer setAsync(CompletionListener listener) {
    delegate.setAsync(listener);
    return this;
  }

  @Override
  public JMSProducer setDisableMessageID(boolean value) {
    delegate.setDisableMessageID(value);
    return this;
  }

  @Override
  public JMSProducer setDisableMessageTimestamp(boolean value) {
    delegate.setDisableMessageTimestamp(value);
    return this;
  }

  @Override
  public JMSProducer setDeliveryMode(int deliveryMode) {
    delegate.setDeliveryMode(deliveryMode);
    return this;
  }

  @Override
  public JMSProducer setPriority(int priority) {
    delegate.setPriority(priority);
    return this;
  }

  @Override
  public JMSProducer setTimeToLive(long timeToLive) {
    delegate.setTimeToLive(timeToLive);
    return this;
  }

  @Override
  public JMSProducer setDeliveryDelay(long deliveryDelay) {
    delegate.setDeliveryDelay(deliveryDelay);
    return this;
  }

  @Override
  public JMSProducer setProperty(String name, boolean value) {
    delegate.setProperty(name, value);
    return this;
  }

  @Override
  public JMSProducer setProperty(String name, byte value) {
    delegate.setProperty(name, value);
    return this;
  }

  @Override
  public JMSProducer setProperty(String name, short value) {
    delegate.setProperty(name, value);
    return this;
  }

  @Override
  public JMSProducer setProperty(String name, int value) {
    delegate.setProperty(name, value);
    return this;
  }

  @Override
  public JMSProducer setProperty(String name, long value) {
    delegate.setProperty(name, value);
    return this;
  }

  @Override
  public JMSProducer setProperty(String name, float value) {
    delegate.setProperty(name, value);
    return this;
  }

  @Override
  public JMSProducer setProperty(String name, double value) {
    delegate.setProperty(name, value);
    return this;
  }

  @Override
  public JMSProducer setProperty(String name, String value) {
    delegate.setProperty(name, value);
    return this;
  }

  @Override
  public JMSProducer setProperty(String name, Object value) {
    delegate.setProperty(name, value);
    return this;
  }

  @Override
  public JMSProducer clearProperties() {
    delegate.clearProperties();
    return this;
  }

  @Override
  public JMSProducer setJMSCorrelationIDAsBytes(byte[] correlationId) {
    delegate.setJMSCorrelationIDAsBytes(correlationId);
    return this;
  }

  @Override
  public JMSProducer setJMSCorrelationID(String correlationId) {
    delegate.setJMSCorrelationID(correlationId);
    return this;
  }

  @Override
  public JMSProducer setJMSType(String type) {
    delegate.setJMSType(type);
    return this;
  }

  @Override
  public JMSProducer setJMSReplyTo(Destination replyTo) {
    delegate.setJMSReplyTo(replyTo);
    return this;
  }

  @Override
  public boolean getDisableMessageID() {
    return delegate.getDisableMessageID();
  }

  @Override
  public boolean getDisableMessageTimestamp() {
    return delegate.getDisableMessageTimestamp();
  }

  @Override
  public int getDeliveryMode() {
    return delegate.getDeliveryMode();
  }

  @Override
  public int getPriority() {
    return delegate.getPriority();
  }

  @Override
  public long getTimeToLive() {
    return delegate.getTimeToLive();
  }

  @Override
  public long getDeliveryDelay() {
    return delegate.getDeliveryDelay();
  }

  @Override
  public boolean propertyExists(String name) {
    return delegate.propertyExists(name);
  }

  @Override
  public boolean getBooleanProperty(String name) {
    return delegate.getBooleanProperty(name);
  }

  @Override
  public byte getByteProperty(String name) {
    return delegate.getByteProperty(name);
  }

  @Override
  public short getShortProperty(String name) {
    return delegate.getShortProperty(name);
  }

  @Override
  public int getIntProperty(String name) {
    return delegate.getIntProperty(name);
  }

  @Override
  public long getLongProperty(String name) {
    return delegate.getLongProperty(name);
  }

  @Override
  public float getFloatProperty(String name) {
    return delegate.getFloatProperty(name);
  }

  @Override
  public double getDoubleProperty(String name) {
    return delegate.getDoubleProperty(name);
  }

  @Override
  public String getStringProperty(String name) {
    return delegate.getStringProperty(name);
  }

  @Override
  public Object getObjectProperty(String name) {
    return delegate.getObjectProperty(name);
  }

  @Override
  public Set<String> getPropertyNames() {
    return delegate.getPropertyNames();
  }

  @Override
  public byte[] getJMSCorrelationIDAsBytes() {
    return delegate.getJMSCorrelationIDAsBytes();
  }

  @Override
  public String getJMSCorrelationID() {
    return delegate.getJMSCorrelationID();
  }

  @Override
  public String getJMSType() {
    return delegate.getJMSType();
  }

  @Override
  public Destination getJMSReplyTo() {
    return delegate.getJMSReplyTo();
  }
}
