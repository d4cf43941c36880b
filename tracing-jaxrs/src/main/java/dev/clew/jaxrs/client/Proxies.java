// SPDX-License-Identifier: Apache-2.0
package dev.clew.jaxrs.client;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.LinkedHashSet;
import java.util.Set;

/** Stand-ins that implement what the original does. */
final class Proxies {

  private Proxies() {}

  /** A stand-in for the original, with all its public interfaces. */
  static Object of(Object original, InvocationHandler handler) {
    Set<Class<?>> interfaces = new LinkedHashSet<>();
    for (Class<?> type = original.getClass(); type != null; type = type.getSuperclass()) {
      for (Class<?> implemented : type.getInterfaces()) {
        if (Modifier.isPublic(implemented.getModifiers())) {
          interfaces.add(implemented);
        }
      }
    }
    return Proxy.newProxyInstance(
        original.getClass().getClassLoader(), interfaces.toArray(Class<?>[]::new), handler);
  }

  /** Calls the original; throws what that throws. */
  static Object call(Object original, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(original, arguments);
    } catch (InvocationTargetException thrown) {
      throw thrown.getCause();
    }
  }
}
