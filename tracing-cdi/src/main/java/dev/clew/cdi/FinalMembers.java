// SPDX-License-Identifier: Apache-2.0
package dev.clew.cdi;

import dev.clew.api.Traced;
import jakarta.enterprise.inject.spi.AnnotatedMethod;
import jakarta.enterprise.inject.spi.AnnotatedType;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.configurator.AnnotatedMethodConfigurator;
import jakarta.enterprise.inject.spi.configurator.AnnotatedTypeConfigurator;
import java.lang.annotation.Annotation;
import java.lang.reflect.Modifier;
import java.util.function.Predicate;

/**
 * Takes {@link Traced} off what is final. CDI refuses to deploy a bean with an interceptor on a
 * final class or method (CDI 4.0, "Unproxyable bean types" and "Binding an interceptor to a bean");
 * tracing is no reason not to deploy.
 */
final class FinalMembers {

  private static final Predicate<Annotation> IS_TRACED = Traced.class::isInstance;

  private FinalMembers() {}

  static void release(ProcessAnnotatedType<?> event) {
    AnnotatedType<?> type = event.getAnnotatedType();
    if (Modifier.isFinal(type.getJavaClass().getModifiers())) {
      releaseAll(event.configureAnnotatedType());
    } else if (hasFinalInVain(type)) {
      releaseFinal(type.getAnnotation(Traced.class), event.configureAnnotatedType());
    }
  }

  private static boolean hasFinalInVain(AnnotatedType<?> type) {
    for (AnnotatedMethod<?> method : type.getMethods()) {
      if (TypeReview.isFinalInVain(type, method)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a class or a method is final that its subclass with interceptors would override. */
  static boolean has(AnnotatedType<?> type) {
    for (AnnotatedMethod<?> method : type.getMethods()) {
      if (TypeReview.isFinalAndInherited(method.getJavaMember().getModifiers())) {
        return true;
      }
    }
    return Modifier.isFinal(type.getJavaClass().getModifiers());
  }

  private static void releaseAll(AnnotatedTypeConfigurator<?> type) {
    type.remove(IS_TRACED);
    for (AnnotatedMethodConfigurator<?> method : type.methods()) {
      method.remove(IS_TRACED);
    }
  }

  /** What the class asks for is asked for by each of its other methods instead. */
  private static void releaseFinal(Traced ofClass, AnnotatedTypeConfigurator<?> type) {
    type.remove(IS_TRACED);
    for (AnnotatedMethodConfigurator<?> method : type.methods()) {
      release(ofClass, method);
    }
  }

  private static void release(Traced ofClass, AnnotatedMethodConfigurator<?> method) {
    AnnotatedMethod<?> annotated = method.getAnnotated();
    int modifiers = annotated.getJavaMember().getModifiers();
    if (Modifier.isFinal(modifiers)) {
      method.remove(IS_TRACED);
    } else if (ofClass != null
        && !annotated.isAnnotationPresent(Traced.class)
        && !Modifier.isPrivate(modifiers)
        && !Modifier.isStatic(modifiers)) {
      method.add(ofClass);
    }
  }
}
