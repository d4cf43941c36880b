// SPDX-License-Identifier: Apache-2.0
package dev.clew.cdi;

import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The traced methods of one application, each read once. Owned by the extension, so that it goes
 * with the application: a {@code ClassValue} would tie it to the beans' classes, which may be
 * another application's too. Finding a method allocates nothing. Thread-safe.
 */
final class TracedMethods {

  private final Map<Class<?>, Map<Method, TracedMethod>> byClass = new ConcurrentHashMap<>();
  private final Map<Class<?>, TracedMethod> constructions = new ConcurrentHashMap<>();
  private final MethodReader reader;

  TracedMethods(MethodReader reader) {
    this.reader = reader;
  }

  /** What is known of a method that is called on an object. */
  TracedMethod find(Object target, Method method) {
    Class<?> type = target.getClass();
    Map<Method, TracedMethod> ofType = byClass.get(type);
    TracedMethod found = ofType == null ? null : ofType.get(method);
    return found != null ? found : read(type, method);
  }

  /** What is known of an object's {@code @PostConstruct} method. */
  TracedMethod findConstruction(Object target) {
    Class<?> type = target.getClass();
    TracedMethod found = constructions.get(type);
    return found != null ? found : constructions.computeIfAbsent(type, this::readConstruction);
  }

  private TracedMethod readConstruction(Class<?> type) {
    Class<?> beanClass = beanClass(type);
    Method method = Constructions.methodOf(beanClass);
    return method == null ? TracedMethod.UNTRACED : reader.read(beanClass, method);
  }

  private TracedMethod read(Class<?> type, Method method) {
    return byClass
        .computeIfAbsent(type, key -> new ConcurrentHashMap<>())
        .computeIfAbsent(method, key -> reader.read(beanClass(type), key));
  }

  /** The class that somebody wrote, where a container has put subclasses of its own below it. */
  private static Class<?> beanClass(Class<?> type) {
    Class<?> written = type;
    while (isGenerated(written) && written.getSuperclass() != Object.class) {
      written = written.getSuperclass();
    }
    return written;
  }

  private static boolean isGenerated(Class<?> type) {
    return type.isSynthetic() || type.getName().contains("$$");
  }
}
