// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.inject;

import jakarta.enterprise.inject.spi.InjectionPoint;
import java.lang.annotation.Annotation;
import java.lang.reflect.Modifier;
import java.util.Set;
import java.util.TreeSet;

/**
 * What an application asks for at an injection point.
 *
 * @param type an interface
 * @param qualifiers all that are written, or the default
 */
record InjectedType(Class<?> type, Set<Annotation> qualifiers) {

  /**
   * {@code null} for an injection point that is left alone: no proxy or decorator fits there, or it
   * is another application's. Where this library belongs to several, as in an EAR, a bean of its
   * own may not see the beans of each.
   *
   * @param library a class of the library
   */
  static InjectedType at(InjectionPoint point, Class<?> library) {
    return point.getType() instanceof Class<?> type
            && type.isInterface()
            && Modifier.isPublic(type.getModifiers())
            && !point.isDelegate()
            && point.getMember().getDeclaringClass().getClassLoader() == library.getClassLoader()
        ? new InjectedType(type, Set.copyOf(point.getQualifiers()))
        : null;
  }

  /** The same in every run, as passivated beans refer to it. */
  String id() {
    Set<String> sorted = new TreeSet<>();
    for (Annotation qualifier : qualifiers) {
      sorted.add(qualifier.toString());
    }
    return type.getName() + ' ' + String.join(" ", sorted);
  }
}
