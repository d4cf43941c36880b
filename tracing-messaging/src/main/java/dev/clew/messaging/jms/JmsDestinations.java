// SPDX-License-Identifier: Apache-2.0
package dev.clew.messaging.jms;

import dev.clew.instrument.Guard;
import dev.clew.instrument.messaging.MessageDestination;
import jakarta.jms.Destination;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageProducer;
import jakarta.jms.Queue;
import jakarta.jms.TemporaryQueue;
import jakarta.jms.TemporaryTopic;
import jakarta.jms.Topic;

/** What spans say of the destinations of JMS. Nothing here throws. */
final class JmsDestinations {

  private static final String SYSTEM = "jms";
  private static final MessageDestination UNKNOWN = new MessageDestination(SYSTEM, null, false);

  private JmsDestinations() {}

  /** Where a producer sends to where nothing else is said. */
  static MessageDestination of(MessageProducer producer) {
    try {
      return of(producer.getDestination());
    } catch (Throwable failure) {
      Guard.failed("ask for the destination of a producer", failure);
      return UNKNOWN;
    }
  }

  /** Where a message was sent to. */
  static MessageDestination of(Message message) {
    try {
      return of(message.getJMSDestination());
    } catch (Throwable failure) {
      Guard.failed("ask for the destination of a message", failure);
      return UNKNOWN;
    }
  }

  static MessageDestination of(Destination destination) {
    if (destination == null) {
      return UNKNOWN;
    }
    try {
      boolean temporary =
          destination instanceof TemporaryQueue || destination instanceof TemporaryTopic;
      return new MessageDestination(SYSTEM, name(destination), temporary);
    } catch (Throwable failure) {
      Guard.failed("ask for the name of a destination", failure);
      return UNKNOWN;
    }
  }

  /** Some providers have one class for both. */
  private static String name(Destination destination) throws JMSException {
    String name = destination instanceof Queue queue ? queue.getQueueName() : null;
    return name == null && destination instanceof Topic topic ? topic.getTopicName() : name;
  }
}
