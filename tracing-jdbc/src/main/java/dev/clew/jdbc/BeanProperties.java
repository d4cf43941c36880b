// SPDX-License-Identifier: Apache-2.0
package dev.clew.jdbc;

import dev.clew.api.config.Printable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** Properties of drivers' sources by their names (JDBC 4.3, section 9.6.1). */
final class BeanProperties {

  private static final int MAX_NAME = 300;

  /** What setters take, and how it is read. */
  private static final Map<Class<?>, Function<String, ?>> READERS =
      Map.of(
          String.class, text -> text,
          int.class, Integer::valueOf,
          Integer.class, Integer::valueOf,
          long.class, Long::valueOf,
          Long.class, Long::valueOf,
          boolean.class, Boolean::valueOf,
          Boolean.class, Boolean::valueOf);

  private BeanProperties() {}

  /**
   * Reads {@code name=value;name=value}; a backslash makes the next character part of a value.
   *
   * @return in the order in which they are set; what has no {@code =} is a name without a value
   */
  static Map<String, String> parse(String text) {
    Map<String, String> properties = new LinkedHashMap<>();
    StringBuilder value = new StringBuilder();
    String name = null;
    for (int at = 0; at < text.length(); at++) {
      char next = text.charAt(at);
      if (next == '\\' && at + 1 < text.length()) {
        value.append(text.charAt(++at));
      } else if (next == '=' && name == null) {
        name = taken(value);
      } else if (next == ';') {
        put(properties, name, taken(value));
        name = null;
      } else {
        value.append(next);
      }
    }
    put(properties, name, taken(value));
    return properties;
  }

  private static String taken(StringBuilder text) {
    String taken = text.toString().trim();
    text.setLength(0);
    return taken;
  }

  private static void put(Map<String, String> properties, String name, String value) {
    if (name != null) {
      properties.put(name, value);
    } else if (!value.isEmpty()) {
      properties.put(value, "");
    }
  }

  /** Whether there is a setter of that name. */
  static boolean has(Object bean, String name) {
    return setter(bean.getClass(), name) != null;
  }

  /**
   * Sets a property.
   *
   * @throws SQLException if there is no setter of that name, or it does not take the value
   */
  static void set(Object bean, String name, String value) throws SQLException {
    Method setter = setter(bean.getClass(), name);
    if (setter == null) {
      throw cannotSet(bean, name, "has no such property that text can be read for");
    }
    try {
      setter.invoke(bean, READERS.get(setter.getParameterTypes()[0]).apply(value));
    } catch (InvocationTargetException refused) {
      throw cannotSet(
          bean, name, "refuses the value with " + refused.getCause().getClass().getName());
    } catch (IllegalAccessException | IllegalArgumentException unfit) {
      throw cannotSet(bean, name, "does not take the value");
    }
  }

  /** The one that takes text, where there are several. */
  private static Method setter(Class<?> type, String property) {
    return Stream.of(type.getMethods())
        .filter(method -> method.getName().equalsIgnoreCase("set" + property))
        .filter(method -> method.getParameterCount() == 1)
        .filter(method -> READERS.containsKey(method.getParameterTypes()[0]))
        .min(Comparator.comparing(method -> method.getParameterTypes()[0] != String.class))
        .orElse(null);
  }

  /** Says nothing of the value, which may be a password; drivers quote it in their messages. */
  private static SQLException cannotSet(Object bean, String name, String why) {
    String property = Printable.of(name, MAX_NAME);
    return new SQLException(
        "CLEW-0511: property \"%s\" cannot be set: %s %s"
            .formatted(property, bean.getClass().getName(), why));
  }
}
