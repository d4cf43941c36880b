// SPDX-License-Identifier: Apache-2.0
package dev.clew.cdi;

import dev.clew.api.Traced;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Finds {@link Traced} where CDI does: on an element, or on the stereotypes and interceptor
 * bindings that the element carries, directly or through others.
 */
final class Bindings {

  private Bindings() {}

  /** The one on a method of a bean, else the one on the bean's class; empty where there is none. */
  static Optional<Traced> traced(Class<?> beanClass, Method method) {
    Optional<Traced> own = traced(method);
    return own.isPresent() ? own : traced(beanClass);
  }

  private static Optional<Traced> traced(AnnotatedElement element) {
    return traced(Arrays.asList(element.getAnnotations()));
  }

  /** The one among annotations or what they stand for. */
  static Optional<Traced> traced(Collection<Annotation> annotations) {
    return search(annotations, new HashSet<>());
  }

  /** Whether one is of that type, which need not be there to be asked for. */
  static boolean isAmong(Collection<Annotation> annotations, String type) {
    for (Annotation annotation : annotations) {
      if (annotation.annotationType().getName().equals(type)) {
        return true;
      }
    }
    return false;
  }

  private static Optional<Traced> search(
      Collection<Annotation> annotations, Set<Class<?>> visited) {
    for (Annotation annotation : annotations) {
      if (annotation instanceof Traced traced) {
        return Optional.of(traced);
      }
    }
    for (Annotation annotation : annotations) {
      Class<? extends Annotation> type = annotation.annotationType();
      if (visited.add(type) && !type.getName().startsWith("java.lang.annotation.")) {
        Optional<Traced> found = search(Arrays.asList(type.getAnnotations()), visited);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }
}
