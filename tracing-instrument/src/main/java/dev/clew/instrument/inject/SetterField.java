// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.inject;

import jakarta.annotation.Resource;
import java.lang.reflect.Field;
import java.lang.reflect.Method;

/**
 * The field in which a setter keeps what it is given: the one with the name of its property, else
 * the only one of that type in its class that has no resource of its own. The setter itself cannot
 * be seen at work, and calling it a second time would be seen by the application.
 */
final class SetterField {

  private static final String PREFIX = "set";

  private SetterField() {}

  /** {@code null} where there is none. */
  static Field of(Method setter) {
    Class<?> type = setter.getParameterTypes()[0];
    String property = property(setter.getName());
    Field only = null;
    int count = 0;
    for (Field field : setter.getDeclaringClass().getDeclaredFields()) {
      if (field.getType() == type && !field.isAnnotationPresent(Resource.class)) {
        if (field.getName().equals(property)) {
          return field;
        }
        only = field;
        count++;
      }
    }
    return count == 1 ? only : null;
  }

  /** As {@link java.beans.Introspector} has it, but for names that start with two capitals. */
  private static String property(String setter) {
    return setter.startsWith(PREFIX) && setter.length() > PREFIX.length()
        ? Character.toLowerCase(setter.charAt(PREFIX.length()))
            + setter.substring(PREFIX.length() + 1)
        : "";
  }
}
