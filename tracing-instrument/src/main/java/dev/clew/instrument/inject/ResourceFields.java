// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.inject;

import dev.clew.api.config.Printable;
import dev.clew.instrument.Guard;
import jakarta.annotation.Resource;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.logging.Logger;

/** The fields of a class and those above it in which the container's resources end up. */
final class ResourceFields {

  private static final Logger LOGGER = Logger.getLogger("dev.clew");
  private static final int MAX_NAME = 300;

  private final Set<Class<?>> types;
  private final Set<Field> found = new LinkedHashSet<>();

  private final boolean reports;

  private ResourceFields(Set<Class<?>> types, boolean reports) {
    this.types = types;
    this.reports = reports;
  }

  /** Never throws: a class that cannot be read has none. What cannot be traced is logged. */
  static List<Field> reporting(Class<?> type, Set<Class<?>> types) {
    return find(type, new ResourceFields(types, true));
  }

  /** The same for an object, of which there may be many, so that nothing is logged. */
  static List<Field> of(Object bean, Set<Class<?>> types) {
    return find(bean.getClass(), new ResourceFields(types, false));
  }

  private static List<Field> find(Class<?> type, ResourceFields fields) {
    try {
      for (Class<?> at = type; at != null && at != Object.class; at = at.getSuperclass()) {
        fields.find(at);
      }
    } catch (Throwable unreadable) {
      Guard.failed("look for resources in a class", unreadable);
    }
    return List.copyOf(fields.found);
  }

  /** Puts something else into a field; never throws. */
  static void replace(Field field, Object bean, ContainerResources resources) {
    try {
      Object given = field.get(bean);
      Object replacement = resources.traced(given);
      if (replacement != given) {
        field.set(bean, replacement);
      }
    } catch (Throwable failure) {
      Guard.failed("replace an injected resource", failure);
    }
  }

  private void find(Class<?> type) {
    for (Field field : type.getDeclaredFields()) {
      if (types.contains(field.getType()) && field.isAnnotationPresent(Resource.class)) {
        add(field);
      }
    }
    for (Method method : type.getDeclaredMethods()) {
      if (isSetter(method)) {
        addBehind(method);
      }
    }
  }

  private boolean isSetter(Method method) {
    return method.isAnnotationPresent(Resource.class)
        && method.getParameterCount() == 1
        && types.contains(method.getParameterTypes()[0])
        && !method.isBridge();
  }

  private void addBehind(Method setter) {
    Field field = SetterField.of(setter);
    if (field != null) {
      add(field);
    } else {
      report("CLEW-0051: " + shown(setter) + " keeps what it is given in no field of that name");
    }
  }

  private void add(Field field) {
    int modifiers = field.getModifiers();
    if (Modifier.isStatic(modifiers) || Modifier.isFinal(modifiers) || found.contains(field)) {
      return;
    }
    if (field.trySetAccessible()) {
      found.add(field);
    } else {
      report("CLEW-0500: " + shown(field) + " cannot be reached");
    }
  }

  private static String shown(Object member) {
    return Printable.of(member.toString(), MAX_NAME);
  }

  private void report(String what) {
    if (reports) {
      LOGGER.warning(what + "; what the application does with it is not traced");
    }
  }
}
