// SPDX-License-Identifier: Apache-2.0
package dev.clew.jdbc;

import dev.clew.api.config.Printable;
import dev.clew.instrument.Guard;
import jakarta.annotation.Resource;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** The fields of a class and those above it that the container fills with a DataSource. */
final class ResourceFields {

  private static final Logger LOGGER = Logger.getLogger("dev.clew");
  private static final int MAX_NAME = 300;

  private ResourceFields() {}

  /** Never throws: a class that cannot be read has none. */
  static List<Field> of(Class<?> type) {
    List<Field> fields = new ArrayList<>();
    try {
      for (Class<?> at = type; at != null && at != Object.class; at = at.getSuperclass()) {
        for (Field field : at.getDeclaredFields()) {
          if (isResource(field) && isOpen(field)) {
            fields.add(field);
          }
        }
      }
    } catch (Throwable unreadable) {
      Guard.failed("look for DataSources in a class", unreadable);
    }
    return fields;
  }

  private static boolean isResource(Field field) {
    int modifiers = field.getModifiers();
    return field.getType() == DataSource.class
        && field.isAnnotationPresent(Resource.class)
        && !Modifier.isStatic(modifiers)
        && !Modifier.isFinal(modifiers);
  }

  private static boolean isOpen(Field field) {
    if (field.trySetAccessible()) {
      return true;
    }
    LOGGER.log(
        Level.WARNING,
        "CLEW-0500: "
            + Printable.of(field.toString(), MAX_NAME)
            + " cannot be reached; the statements of its DataSource are not traced");
    return false;
  }
}
