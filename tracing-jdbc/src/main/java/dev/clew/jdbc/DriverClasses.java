// SPDX-License-Identifier: Apache-2.0
package dev.clew.jdbc;

import dev.clew.api.config.Printable;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/**
 * Finds classes of drivers: where this library sees them, as servers arrange it that keep each
 * driver apart, else where the calling thread does.
 */
final class DriverClasses {

  private static final int MAX_NAME = 300;

  private DriverClasses() {}

  /**
   * Makes an object by the name of its class.
   *
   * @throws SQLException if there is no such class, or it is none of that kind
   */
  static <T> T make(String name, Class<T> kind) throws SQLException {
    if (name == null || name.isBlank()) {
      throw cannotUse("not set", kind, null);
    }
    try {
      return find(name.trim()).asSubclass(kind).getConstructor().newInstance();
    } catch (ReflectiveOperationException | LinkageError | ClassCastException unfit) {
      throw cannotUse("\"" + Printable.of(name, MAX_NAME) + "\"", kind, unfit);
    }
  }

  private static Class<?> find(String name) throws ClassNotFoundException {
    try {
      return Class.forName(name, true, DriverClasses.class.getClassLoader());
    } catch (ClassNotFoundException hidden) {
      return Class.forName(name, true, Thread.currentThread().getContextClassLoader());
    }
  }

  /**
   * The driver of a URL: one that is registered, else one that is there but that nobody has loaded
   * yet.
   *
   * @throws SQLException if there is none
   */
  static Driver driver(String url) throws SQLException {
    try {
      return DriverManager.getDriver(url);
    } catch (SQLException none) {
      Driver found = offered(url, DriverClasses.class.getClassLoader());
      found = found != null ? found : offered(url, Thread.currentThread().getContextClassLoader());
      if (found == null) {
        throw none;
      }
      return found;
    }
  }

  private static Driver offered(String url, ClassLoader loader) throws SQLException {
    Iterator<Driver> drivers = ServiceLoader.load(Driver.class, loader).iterator();
    while (true) {
      try {
        if (!drivers.hasNext()) {
          return null;
        }
        Driver driver = drivers.next();
        if (driver.acceptsURL(url)) {
          return driver;
        }
      } catch (ServiceConfigurationError broken) {
        // One that cannot be made is not the one; DriverManager passes over it, too.
        continue;
      }
    }
  }

  private static SQLException cannotUse(String value, Class<?> kind, Throwable cause) {
    return new SQLException(
        "CLEW-0510: dataSourceClassName is %s; needed is a public class that is a %s and can be made without arguments"
            .formatted(value, kind.getName()),
        cause);
  }
}
