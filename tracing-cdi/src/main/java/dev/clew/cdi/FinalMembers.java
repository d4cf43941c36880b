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

/**
 * Takes {@link Traced} off what is final. CDI refuses to deploy a bean with an interceptor on a
 * final class or method (CDI 4.0, "Unproxyable bean types" and "Binding an interceptor to a bean");
 * tracing is no reason not to deploy.
 */
final class FinalMembers {

  private FinalMembers() {}

  static void release(ProcessAnnotatedType<?> event) {
    AnnotatedType<?> type = event.getAnnotatedType();
    if (Modifier.isFinal(type.getJavaClass().getModifiers())) {
      releaseAll(event.configureAnnotatedType());
    } else if (type.getMethods().stream()
        .anyMatch(method -> TypeReview.isFinalInVain(type, method))) {
      releaseFinal(type.getAnnotation(Traced.class), event.configureAnnotatedType());
    }
  }

  /** Whether a class or a method is final that its subclass with interceptors would override. */
  static boolean has(AnnotatedType<?> type) {
    return Modifier.isFinal(type.getJavaClass().getModifiers())
        || type.getMethods().stream()
            .mapToInt(method -> method.getJavaMember().getModifiers())
            .anyMatch(TypeReview::isFinalAndInherited);
  }

  private static void releaseAll(AnnotatedTypeConfigurator<?> type) {
    type.remove(FinalMembers::isTraced);
    type.methods().forEach(method -> method.remove(FinalMembers::isTraced));
  }

  /** What the class asks for is asked for by each of its other methods instead. */
  private static void releaseFinal(Traced ofClass, AnnotatedTypeConfigurator<?> type) {
    type.remove(FinalMembers::isTraced);
    type.methods().forEach(method -> release(ofClass, method));
  }

  private static void release(Traced ofClass, AnnotatedMethodConfigurator<?> method) {
    AnnotatedMethod<?> annotated = method.getAnnotated();
    int modifiers = annotated.getJavaMember().getModifiers();
    if (Modifier.isFinal(modifiers)) {
      method.remove(FinalMembers::isTraced);
    } else if (ofClass != null
        && !annotated.isAnnotationPresent(Traced.class)
        && !Modifier.isPrivate(modifiers)
        && !Modifier.isStatic(modifiers)) {
      method.add(ofClass);
    }
  }

  private static boolean isTraced(Annotation annotation) {
    return annotation instanceof Traced;
  }
}
