// SPDX-License-Identifier: Apache-2.0
package dev.clew.jaxrs.client;

import dev.clew.instrument.Guard;
import dev.clew.instrument.OpenCalls;
import dev.clew.instrument.Proxies;
import java.io.Serializable;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/**
 * Tells of the failures of a MicroProfile REST client. Serializable, as the client may be: a CDI
 * client proxy is. Thread-safe.
 */
final class RestCalls implements InvocationHandler, Serializable {

  private static final long serialVersionUID = 1L;

  private final Object original;

  RestCalls(Object original) {
    this.original = original;
  }

  @Override
  public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
    if (method.getDeclaringClass() == Object.class) {
      return method.getName().equals("equals")
          ? proxy == arguments[0] || original.equals(originalOf(arguments[0]))
          : Proxies.call(original, method, arguments);
    }
    try {
      return Proxies.call(original, method, arguments);
    } catch (Throwable thrown) {
      failed(thrown);
      throw thrown;
    }
  }

  private static void failed(Throwable thrown) {
    try {
      OpenCalls.failedHere(thrown);
    } catch (Throwable failure) {
      Guard.failed("end the span of a REST client", failure);
    }
  }

  /** What a wrapped client stands for; anything else itself. */
  static Object originalOf(Object client) {
    return isWrapped(client) ? ((RestCalls) Proxy.getInvocationHandler(client)).original : client;
  }

  static boolean isWrapped(Object client) {
    return client != null
        && Proxy.isProxyClass(client.getClass())
        && Proxy.getInvocationHandler(client) instanceof RestCalls;
  }
}
