// SPDX-License-Identifier: Apache-2.0
package dev.clew.messaging.jms;

import dev.clew.instrument.Guard;
import dev.clew.instrument.Proxies;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The messages that one application receives. Thread-safe. */
final class ReceivedMessages {

  private final Set<String> hidden;

  /** By the providers' classes, of which there are few; goes with the application. */
  private final Map<Class<?>, Class<?>[]> interfaces = new ConcurrentHashMap<>();

  /**
   * Messages without some properties.
   *
   * @param hidden their names
   */
  ReceivedMessages(Set<String> hidden) {
    this.hidden = hidden;
  }

  /**
   * A message as the application is to see it: as it is where it has none of these properties;
   * {@code null} for {@code null}. Throws nothing.
   */
  Message seen(Message message) {
    try {
      return message != null && hasHidden(message) ? standIn(message) : message;
    } catch (Throwable failure) {
      Guard.failed("hide the properties of a message", failure);
      return message;
    }
  }

  private boolean hasHidden(Message message) throws JMSException {
    for (String name : hidden) {
      if (message.propertyExists(name)) {
        return true;
      }
    }
    return false;
  }

  private Message standIn(Message message) {
    Class<?> type = message.getClass();
    Class<?>[] known = interfaces.get(type);
    if (known == null) {
      known = Proxies.interfaces(type);
      interfaces.put(type, known);
    }
    return (Message)
        Proxy.newProxyInstance(type.getClassLoader(), known, new ReceivedMessage(message, hidden));
  }
}
