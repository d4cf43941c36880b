// SPDX-License-Identifier: Apache-2.0
package dev.clew.messaging.jms;

import dev.clew.instrument.messaging.MessageView;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;

/** A message of JMS, which stays the provider's own object. */
final class JmsMessage implements MessageView {

  private final Message message;

  JmsMessage(Message message) {
    this.message = message;
  }

  @Override
  public Message message() {
    return message;
  }

  /** {@code null} for {@code null}. */
  static JmsMessage of(Message message) {
    return message == null ? null : new JmsMessage(message);
  }

  @Override
  public String property(String name) throws JMSException {
    return message.getStringProperty(name);
  }

  @Override
  public void setProperty(String name, String value) throws JMSException {
    if (SqsRoom.isLeft(message, name)) {
      message.setStringProperty(name, value);
    }
  }

  @Override
  public Iterable<String> propertyNames() throws JMSException {
    List<String> names = new ArrayList<>();
    for (Enumeration<?> all = message.getPropertyNames(); all.hasMoreElements(); ) {
      names.add(String.valueOf(all.nextElement()));
    }
    return names;
  }

  /** Sending, and nothing else, says where a message goes. */
  @Override
  public boolean isSent() throws JMSException {
    return message.getJMSDestination() != null;
  }

  @Override
  public String id() throws JMSException {
    return message.getJMSMessageID();
  }

  @Override
  public String conversationId() throws JMSException {
    return message.getJMSCorrelationID();
  }

  /** JMS 3.1, 3.5.11. */
  @Override
  public int deliveryCount() throws JMSException {
    return message.getJMSRedelivered() ? message.getIntProperty("JMSXDeliveryCount") : 1;
  }
}
