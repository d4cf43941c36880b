// SPDX-License-Identifier: Apache-2.0
package dev.clew.messaging.jms;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.util.Enumeration;

/**
 * Messages of Amazon's SQS messaging library: each property becomes an attribute, and SQS refuses a
 * message with more than ten.
 */
final class SqsRoom {

  private static final String PROVIDER = "com.amazon.sqs.";
  private static final int MOST = 10;

  private SqsRoom() {}

  /** Whether a property can be set without that the message is refused for it. */
  static boolean isLeft(Message message, String property) throws JMSException {
    return !message.getClass().getName().startsWith(PROVIDER)
        || message.propertyExists(property)
        || taken(message) < MOST;
  }

  /** The library sends the type, by two the queue to answer to, and the correlation id. */
  private static int taken(Message message) throws JMSException {
    int taken = 1;
    taken += message.getJMSReplyTo() == null ? 0 : 2;
    taken += message.getJMSCorrelationID() == null ? 0 : 1;
    for (Enumeration<?> names = message.getPropertyNames();
        names.hasMoreElements();
        names.nextElement()) {
      taken++;
    }
    return taken;
  }
}
