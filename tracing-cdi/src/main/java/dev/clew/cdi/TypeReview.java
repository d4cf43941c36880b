// SPDX-License-Identifier: Apache-2.0
package dev.clew.cdi;

import dev.clew.api.SpanTag;
import dev.clew.api.Traced;
import dev.clew.cdi.BoundTypes.Problem;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.inject.spi.Annotated;
import jakarta.enterprise.inject.spi.AnnotatedMethod;
import jakarta.enterprise.inject.spi.AnnotatedType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds what a type asks for in vain: interceptors do not see every call, and tags need a key. */
final class TypeReview {

  private final AnnotatedType<?> type;
  private final List<Problem> problems = new ArrayList<>();

  private TypeReview(AnnotatedType<?> type) {
    this.type = type;
  }

  static List<Problem> of(AnnotatedType<?> type) {
    TypeReview review = new TypeReview(type);
    if (isFinal(type.getJavaClass().getModifiers()) && isTraced(type)) {
      review.report("CLEW-0303", type.getJavaClass().getName() + " is @Traced but final");
    }
    type.getMethods().forEach(review::look);
    return review.problems;
  }

  /** Looks at a bean's methods with {@code @WithSpan}; CDI itself refuses final ones. */
  static List<Problem> ofWithSpan(AnnotatedType<?> bean) {
    TypeReview review = new TypeReview(bean);
    bean.getMethods().stream()
        .filter(method -> WithSpanBinding.isAmong(method.getAnnotations()))
        .forEach(method -> review.lookAtAccess(method, "@WithSpan"));
    return review.problems;
  }

  /** Whether the type, or a method of it, is to be traced. */
  static boolean isTraced(AnnotatedType<?> type) {
    return isOn(type) || type.getMethods().stream().anyMatch(TypeReview::isOn);
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
    List<SpanTag> tags =
        Stream.<Annotated>concat(Stream.of(method), method.getParameters().stream())
            .map(annotated -> annotated.getAnnotation(SpanTag.class))
            .filter(tag -> tag != null)
            .toList();
    if (tags.isEmpty()) {
      return;
    }
    if (!isWanted(type, method) && !WithSpanBinding.isAmong(method.getAnnotations())) {
      problems.add(
          new Problem(
              "CLEW-0305", name(method) + " has a @SpanTag but is not @Traced; it is ignored"));
    }
    if (tags.stream().anyMatch(tag -> tag.value().isBlank())) {
      problems.add(
          new Problem("CLEW-0306", name(method) + " has a @SpanTag without a key; it is ignored"));
    }
  }

  private void report(String id, String what) {
    problems.add(new Problem(id, what + "; its calls are not recorded"));
  }

  /** Whether a method is to be traced, by itself or with its class. */
  static boolean isWanted(AnnotatedType<?> type, AnnotatedMethod<?> method) {
    return traced(method).or(() -> traced(type)).filter(Traced::value).isPresent();
  }

  private static boolean isOn(Annotated annotated) {
    return traced(annotated).filter(Traced::value).isPresent();
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
