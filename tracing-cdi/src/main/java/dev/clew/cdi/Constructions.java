// SPDX-License-Identifier: Apache-2.0
package dev.clew.cdi;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.inject.spi.AnnotatedType;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.util.AnnotationLiteral;
import java.lang.reflect.Method;

/** Finds {@code @PostConstruct} methods that are to be traced. */
final class Constructions {

  private Constructions() {}

  /** Has their calls intercepted, unless CDI would refuse to deploy the bean for it. */
  static void bind(ProcessAnnotatedType<?> event) {
    AnnotatedType<?> type = event.getAnnotatedType();
    boolean found =
        type.getMethods().stream()
            .filter(method -> method.isAnnotationPresent(PostConstruct.class))
            .anyMatch(method -> TypeReview.isWanted(type, method));
    if (found && !FinalMembers.has(type)) {
      event.configureAnnotatedType().add(new TracedConstructionLiteral());
    }
  }

  /** The one of a bean's class or the nearest class above; {@code null} where there is none. */
  static Method methodOf(Class<?> beanClass) {
    for (Class<?> type = beanClass; type != null; type = type.getSuperclass()) {
      for (Method method : type.getDeclaredMethods()) {
        if (method.isAnnotationPresent(PostConstruct.class)) {
          return method;
        }
      }
    }
    return null;
  }

  private static final class TracedConstructionLiteral extends AnnotationLiteral<TracedConstruction>
      implements TracedConstruction {

    private static final long serialVersionUID = 1L;
  }
}
