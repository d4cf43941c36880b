// SPDX-License-Identifier: Apache-2.0
package dev.clew.cdi;

import dev.clew.api.Traced;
import dev.clew.api.config.Problems;
import jakarta.enterprise.inject.spi.AnnotatedType;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.interceptor.Interceptor;
import java.lang.annotation.Annotation;
import java.lang.reflect.Modifier;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

/**
 * The types of an application that ask to be traced, and what of it cannot be. Problems are kept
 * until there are settings, and with them a place to report them. Thread-safe: containers may read
 * types in parallel.
 */
final class BoundTypes {

  private static final String SERVLETS = "jakarta.servlet.annotation.";
  private static final String MESSAGE_DRIVEN = "jakarta.ejb.MessageDriven";

  private final Queue<Consumer<Problems>> problems = new ConcurrentLinkedQueue<>();
  private final Queue<Consumer<Problems>> withSpanProblems = new ConcurrentLinkedQueue<>();
  private final Set<Class<?>> traced = ConcurrentHashMap.newKeySet();
  private final Set<Class<?>> beans = ConcurrentHashMap.newKeySet();

  /** Looks at a type, and takes off it what would keep it from being deployed. */
  void add(ProcessAnnotatedType<?> event) {
    AnnotatedType<?> type = event.getAnnotatedType();
    if (type.isAnnotationPresent(Interceptor.class) || type.getJavaClass().isAnnotation()) {
      return;
    }
    problems.addAll(TypeReview.of(type));
    if (TypeReview.isTraced(type)) {
      traced.add(type.getJavaClass());
    }
    FinalMembers.release(event);
    Constructions.bind(event);
  }

  void foundBean(Bean<?> bean) {
    beans.add(bean.getBeanClass());
  }

  /** Looks at the methods of a bean with {@code @WithSpan}. */
  void addWithSpan(AnnotatedType<?> bean) {
    withSpanProblems.addAll(TypeReview.ofWithSpan(bean));
  }

  /**
   * Reports all that was found, once.
   *
   * @param withSpan whether methods with {@code @WithSpan} are traced here, and not by others
   */
  void report(Problems to, boolean withSpan) {
    if (withSpan) {
      problems.addAll(withSpanProblems);
    }
    withSpanProblems.clear();
    for (Consumer<Problems> problem : problems) {
      problem.accept(to);
    }
    problems.clear();
    for (Class<?> type : traced) {
      if (isNeverCalledThroughInterceptors(type)) {
        to.report(
            "CLEW-0304", type.getName() + " is @Traced but no bean; its calls are not recorded");
      }
    }
    for (Class<?> bean : beans) {
      reportInterfaces(bean, to);
    }
    traced.clear();
    beans.clear();
  }

  /** CDI takes bindings from classes only; of a REST client the interface is the bean's class. */
  private static void reportInterfaces(Class<?> bean, Problems to) {
    for (Class<?> type : bean.getInterfaces()) {
      if (type.isAnnotationPresent(Traced.class)
          && !bean.isInterface()
          && !bean.isAnnotationPresent(Traced.class)) {
        to.report(
            "CLEW-0308",
            "%s is @Traced but an interface; calls of %s are not recorded"
                .formatted(type.getName(), bean.getName()));
      }
    }
  }

  /** Not a bean, nor what beans inherit from, nor another component that has interceptors. */
  private boolean isNeverCalledThroughInterceptors(Class<?> type) {
    for (Class<?> bean : beans) {
      if (type.isAssignableFrom(bean)) {
        return false;
      }
    }
    for (Annotation annotation : type.getAnnotations()) {
      if (makesComponent(annotation)) {
        return false;
      }
    }
    return !Modifier.isAbstract(type.getModifiers());
  }

  private static boolean makesComponent(Annotation annotation) {
    String name = annotation.annotationType().getName();
    return name.startsWith(SERVLETS) || name.equals(MESSAGE_DRIVEN);
  }
}
