// SPDX-License-Identifier: Apache-2.0
package dev.clew.messaging.jms;

import dev.clew.instrument.Guard;
import dev.clew.instrument.messaging.MessageView;
import jakarta.jms.JMSProducer;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * The properties that a producer sets on every message: the only way to those of a message that it
 * makes itself. They are afterwards as they were before. For one thread at a time, as the producer.
 */
final class ProducerProperties implements MessageView {

  private final JMSProducer producer;
  private final Map<String, Object> before;
  private boolean changed;

  private ProducerProperties(JMSProducer producer, Map<String, Object> before) {
    this.producer = producer;
    this.before = before;
  }

  static ProducerProperties of(JMSProducer producer) {
    try {
      return new ProducerProperties(producer, all(producer));
    } catch (Throwable failure) {
      Guard.failed("read a producer's properties", failure);
      return new ProducerProperties(producer, Map.of());
    }
  }

  private static Map<String, Object> all(JMSProducer producer) {
    Set<String> names = producer.getPropertyNames();
    if (names == null || names.isEmpty()) { // Open Liberty has null for none
      return Map.of();
    }
    Map<String, Object> all = new HashMap<>();
    for (String name : names) {
      all.put(name, producer.getObjectProperty(name));
    }
    return all;
  }

  /** Nothing here throws. */
  void restore() {
    if (changed) {
      try {
        producer.clearProperties();
        for (Map.Entry<String, Object> property : before.entrySet()) {
          producer.setProperty(property.getKey(), property.getValue());
        }
      } catch (Throwable failure) {
        Guard.failed("restore a producer's properties", failure);
      }
    }
  }

  @Override
  public String property(String name) {
    Object value = before.get(name);
    return value == null ? null : value.toString();
  }

  @Override
  public void setProperty(String name, String value) {
    changed = true;
    producer.setProperty(name, value);
  }

  @Override
  public Iterable<String> propertyNames() {
    return before.keySet();
  }

  @Override
  public boolean isSent() {
    return false;
  }

  @Override
  public String id() {
    return null;
  }

  @Override
  public String conversationId() {
    return producer.getJMSCorrelationID();
  }
}
