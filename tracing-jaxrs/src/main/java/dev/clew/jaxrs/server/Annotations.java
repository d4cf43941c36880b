// SPDX-License-Identifier: Apache-2.0
package dev.clew.jaxrs.server;

import dev.clew.api.Traced;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;

/**
 * Annotations of resources, also where they stand on an interface or a superclass (Jakarta RESTful
 * Web Services 3.1, section 3.6), or are looked up on a proxy's class.
 */
final class Annotations {

  private Annotations() {}

  /** The class's own template; {@code null} where it has none. */
  static String path(Class<?> type) {
    for (Class<?> ancestor : ancestors(type)) {
      Path path = ancestor.getAnnotation(Path.class);
      if (path != null) {
        return path.value();
      }
    }
    return null;
  }

  /** The method's own template; {@code null} where it has none. */
  static String path(Class<?> type, Method method) {
    Method annotated = annotated(type, method);
    Path path = annotated == null ? null : annotated.getAnnotation(Path.class);
    return path == null ? null : path.value();
  }

  /** What the method answers to, as in {@code GET}; {@code null} for a sub-resource locator. */
  static String httpMethod(Class<?> type, Method method) {
    Method annotated = annotated(type, method);
    return annotated == null ? null : httpMethod(annotated);
  }

  /** The method's, else the class's, else {@code null}. */
  static Traced traced(Class<?> type, Method method) {
    for (Class<?> ancestor : ancestors(type)) {
      Method declared = declared(ancestor, method);
      Traced traced = declared == null ? null : declared.getAnnotation(Traced.class);
      if (traced != null) {
        return traced;
      }
    }
    for (Class<?> ancestor : ancestors(type)) {
      Traced traced = ancestor.getAnnotation(Traced.class);
      if (traced != null) {
        return traced;
      }
    }
    return null;
  }

  /** The nearest declaration that says anything to JAX-RS: the others then do not count. */
  private static Method annotated(Class<?> type, Method method) {
    for (Class<?> ancestor : ancestors(type)) {
      Method declared = declared(ancestor, method);
      if (declared != null && (isPresent(declared, Path.class) || httpMethod(declared) != null)) {
        return declared;
      }
    }
    return null;
  }

  private static boolean isPresent(AnnotatedElement element, Class<? extends Annotation> type) {
    return element.getAnnotation(type) != null;
  }

  private static String httpMethod(Method declared) {
    for (Annotation annotation : declared.getAnnotations()) {
      HttpMethod method = annotation.annotationType().getAnnotation(HttpMethod.class);
      if (method != null) {
        return method.value();
      }
    }
    return null;
  }

  private static Method declared(Class<?> type, Method method) {
    try {
      return type.getDeclaredMethod(method.getName(), method.getParameterTypes());
    } catch (NoSuchMethodException | LinkageError absent) {
      return null;
    }
  }

  /** The class, its superclasses, then the interfaces of each. */
  static List<Class<?>> ancestors(Class<?> type) {
    List<Class<?>> ancestors = new ArrayList<>();
    for (Class<?> next = type; next != null && next != Object.class; next = next.getSuperclass()) {
      ancestors.add(next);
    }
    for (int i = 0; i < ancestors.size(); i++) {
      for (Class<?> implemented : ancestors.get(i).getInterfaces()) {
        if (!ancestors.contains(implemented)) {
          ancestors.add(implemented);
        }
      }
    }
    return ancestors;
  }
}
