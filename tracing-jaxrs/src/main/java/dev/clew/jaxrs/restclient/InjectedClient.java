// SPDX-License-Identifier: Apache-2.0
package dev.clew.jaxrs.restclient;

import jakarta.enterprise.inject.spi.InjectionPoint;
import java.lang.annotation.Annotation;
import java.lang.reflect.Modifier;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/**
 * What an application asks for at an injection point.
 *
 * @param type the client's interface
 * @param qualifiers {@code @RestClient}, and any that stand beside it
 */
record InjectedClient(Class<?> type, Set<Annotation> qualifiers) {

  /** {@code null} for an injection point that is left alone. */
  static InjectedClient at(InjectionPoint point) {
    return point.getQualifiers().contains(RestClient.LITERAL)
            && point.getType() instanceof Class<?> type
            && type.isInterface()
            && Modifier.isPublic(type.getModifiers())
            && !point.isDelegate()
            && isOfThisApplication(point)
        ? new InjectedClient(type, Set.copyOf(point.getQualifiers()))
        : null;
  }

  /** The same in every run, as passivated beans refer to it. */
  String id() {
    return type.getName()
        + qualifiers.stream()
            .map(Object::toString)
            .sorted()
            .collect(Collectors.joining(" ", " ", ""));
  }

  /**
   * Where this library belongs to several applications, as in an EAR, a bean of its own may not see
   * the beans of each: their clients stay as they are.
   */
  private static boolean isOfThisApplication(InjectionPoint point) {
    return point.getMember().getDeclaringClass().getClassLoader()
        == InjectedClient.class.getClassLoader();
  }
}
