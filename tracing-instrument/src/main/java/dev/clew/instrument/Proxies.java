// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.LinkedHashSet;
import java.util.Set;

/** Stand-ins that implement what the original does. */
public final class Proxies {

  private Proxies() {}

  /** A stand-in for the original, with all its public interfaces. */
  public static Object of(Object original, InvocationHandler handler) {
    Class<?> type = original.getClass();
    return Proxy.newProxyInstance(type.getClassLoader(), interfaces(type), handler);
  }

  /** The public interfaces of a class and of those above it. */
  public static Class<?>[] interfaces(Class<?> type) {
    Set<Class<?>> interfaces = new LinkedHashSet<>();
    for (Class<?> at = type; at != null; at = at.getSuperclass()) {
      for (Class<?> implemented : at.getInterfaces()) {
        if (Modifier.isPublic(implemented.getModifiers())) {
          interfaces.add(implemented);
        }
      }
    }
    return interfaces.toArray(new Class<?>[0]);
  }

  /** Calls the original; throws what that throws. */
  public static Object call(Object original, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(original, arguments);
    } catch (InvocationTargetException thrown) {
      throw thrown.getCause();
    }
  }
}
