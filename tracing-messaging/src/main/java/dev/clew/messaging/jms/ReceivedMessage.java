// SPDX-License-Identifier: Apache-2.0
package dev.clew.messaging.jms;

import dev.clew.instrument.Proxies;
import jakarta.jms.Message;
import java.io.Serializable;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Set;

/**
 * Stands before a message that was received, so that who enumerates its properties finds none that
 * only carry the trace. All else is the provider's message, which has these properties still for
 * who asks for them by name; it has the provider's interfaces, too, but not its class.
 */
final class ReceivedMessage implements InvocationHandler, Serializable {

  private static final long serialVersionUID = 1L;

  private final Message message;
  private final transient Set<String> hidden;

  ReceivedMessage(Message message, Set<String> hidden) {
    this.message = message;
    this.hidden = hidden;
  }

  /** The provider's message. */
  static Message behind(Message message) {
    return message instanceof Proxy
            && Proxy.getInvocationHandler(message) instanceof ReceivedMessage received
        ? received.message
        : message;
  }

  @Override
  public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
    if (method.getDeclaringClass() == Object.class && method.getName().equals("equals")) {
      return arguments[0] instanceof Message other && message.equals(behind(other));
    }
    Object result = Proxies.call(message, method, arguments);
    return method.getName().equals("getPropertyNames") ? withoutHidden(result) : result;
  }

  private Object withoutHidden(Object names) {
    if (hidden == null || !(names instanceof Enumeration<?> all)) {
      return names;
    }
    List<?> shown = Collections.list(all);
    shown.removeAll(hidden);
    return Collections.enumeration(shown);
  }
}
