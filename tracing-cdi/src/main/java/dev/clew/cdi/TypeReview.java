// SPDX-License-Identifier: Apache-2.0
package dev.clew.cdi;

import dev.clew.api.SpanTag;
import dev.clew.api.Traced;
import dev.clew.api.config.Problems;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.inject.spi.Annotated;
import jakarta.enterprise.inject.spi.AnnotatedMethod;
import jakarta.enterprise.inject.spi.AnnotatedParameter;
import jakarta.enterprise.inject.spi.AnnotatedType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Finds what a type asks for in vain: interceptors do not see every call, and tags need a key. */
final class TypeReview {

  private final AnnotatedType<?> type;
  private final List<Consumer<Problems>> problems = new ArrayList<>();

  private TypeReview(AnnotatedType<?> type) {
    this.type = type;
  }

  static List<Consumer<Problems>> of(AnnotatedType<?> type) {
    TypeReview review = new TypeReview(type);
    if (isFinal(type.getJavaClass().getModifiers()) && isTraced(type)) {
      review.report("CLEW-0303", type.getJavaClass().getName() + " is @Traced but final");
    }
    for (AnnotatedMethod<?> method : type.getMethods()) {
      review.look(method);
    }
    return review.problems;
  }

  /** Looks at a bean's methods with {@code @WithSpan}; CDI itself refuses final ones. */
  static List<Consumer<Problems>> ofWithSpan(AnnotatedType<?> bean) {
    TypeReview review = new TypeReview(bean);
    for (AnnotatedMethod<?> method : bean.getMethods()) {
      if (WithSpanBinding.isAmong(method.getAnnotations())) {
        review.lookAtAccess(method, "@WithSpan");
      }
    }
    return review.problems;
  }

  /** Whether the type, or a method of it, is to be traced. */
  static boolean isTraced(AnnotatedType<?> type) {
    for (AnnotatedMethod<?> method : type.getMethods()) {
      if (isOn(method)) {
        return true;
      }
    }
    return isOn(type);
  }

  /** Whether a final method cannot be traced, though it is asked for. */
  static boolean isFinalInVain(AnnotatedType<?> type, AnnotatedMethod<?> method) {
    return isFinalAndInherited(method.getJavaMember().getModifiers()) && isWanted(type, method);
  }

  /** Whether a method with these modifiers keeps subclasses from overriding it. */
  static boolean isFinalAndInherited(int modifiers) {
    return isFinal(modifiers) && !Modifier.isPrivate(modifiers) && !Modifier.isStatic(modifiers);
  }

  private void look(AnnotatedMethod<?> method) {
    if (isOn(method) && !method.isAnnotationPresent(PostConstruct.class)) {
      lookAtAccess(method, "@Traced");
    }
    if (isFinalInVain(type, method)) {
      report("CLEW-0302", name(method) + " is @Traced but final");
    }
    lookAtTags(method);
  }

  private void lookAtAccess(AnnotatedMethod<?> method, String annotation) {
    int modifiers = method.getJavaMember().getModifiers();
    if (Modifier.isPrivate(modifiers)) {
      report("CLEW-0300", name(method) + " is " + annotation + " but private");
    } else if (Modifier.isStatic(modifiers)) {
      report("CLEW-0301", name(method) + " is " + annotation + " but static");
    }
  }

  private void lookAtTags(AnnotatedMethod<?> method) {
    Set<String> keys = new HashSet<>();
    addKey(method, keys);
    for (AnnotatedParameter<?> parameter : method.getParameters()) {
      addKey(parameter, keys);
    }
    if (keys.isEmpty()) {
      return;
    }
    if (!isWanted(type, method) && !WithSpanBinding.isAmong(method.getAnnotations())) {
      add("CLEW-0305", name(method) + " has a @SpanTag but is not @Traced; it is ignored");
    }
    if (keys.contains("")) {
      add("CLEW-0306", name(method) + " has a @SpanTag without a key; it is ignored");
    }
  }

  private static void addKey(Annotated annotated, Set<String> keys) {
    SpanTag tag = annotated.getAnnotation(SpanTag.class);
    if (tag != null) {
      keys.add(tag.value().strip());
    }
  }

  private void report(String id, String what) {
    add(id, what + "; its calls are not recorded");
  }

  private void add(String id, String message) {
    problems.add(to -> to.report(id, message));
  }

  /** Whether a method is to be traced, by itself or with its class. */
  static boolean isWanted(AnnotatedType<?> type, AnnotatedMethod<?> method) {
    Optional<Traced> own = traced(method);
    return own.isPresent() ? own.get().value() : isOn(type);
  }

  private static boolean isOn(Annotated annotated) {
    Optional<Traced> traced = traced(annotated);
    return traced.isPresent() && traced.get().value();
  }

  private static Optional<Traced> traced(Annotated annotated) {
    return Bindings.traced(annotated.getAnnotations());
  }

  private static boolean isFinal(int modifiers) {
    return Modifier.isFinal(modifiers);
  }

  private static String name(AnnotatedMethod<?> method) {
    Method java = method.getJavaMember();
    return java.getDeclaringClass().getName() + "." + java.getName();
  }
}
