// SPDX-License-Identifier: Apache-2.0
package dev.clew.cdi;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.inject.spi.AnnotatedMethod;
import jakarta.enterprise.inject.spi.AnnotatedType;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import java.lang.reflect.Method;

/** Finds {@code @PostConstruct} methods that are to be traced. */
final class Constructions {

  private static final TracedConstruction BINDING =
      ConstructionInterceptor.class.getAnnotation(TracedConstruction.class);

  private Constructions() {}

  /** Has their calls intercepted, unless CDI would refuse to deploy the bean for it. */
  static void bind(ProcessAnnotatedType<?> event) {
    AnnotatedType<?> type = event.getAnnotatedType();
    if (isWanted(type) && !FinalMembers.has(type)) {
      event.configureAnnotatedType().add(BINDING);
    }
  }

  private static boolean isWanted(AnnotatedType<?> type) {
    for (AnnotatedMethod<?> method : type.getMethods()) {
      if (method.isAnnotationPresent(PostConstruct.class) && TypeReview.isWanted(type, method)) {
        return true;
      }
    }
    return false;
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
}
