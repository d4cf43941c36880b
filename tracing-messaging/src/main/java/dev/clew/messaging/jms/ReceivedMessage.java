// SPDX-License-Identifier: Apache-2.0
package dev.clew.messaging.jms;

import jakarta.jms.Message;
import java.io.Serializable;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.Enumeration;
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
    try {
      Object result = method.invoke(message, arguments);
      return method.getName().equals("getPropertyNames") ? withoutHidden(result) : result;
    } catch (InvocationTargetException thrown) {
      throw thrown.getCause();
    }
  }

  private Object withoutHidden(Object names) {
    return hidden != null && names instanceof Enumeration<?> all
        ? Collections.enumeration(
            Collections.list(all).stream().filter(name -> !hidden.contains(name)).toList())
        : names;
  }
}
