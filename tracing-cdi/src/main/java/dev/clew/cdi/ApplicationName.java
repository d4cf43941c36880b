// SPDX-License-Identifier: Apache-2.0
package dev.clew.cdi;

import javax.naming.InitialContext;
import javax.naming.NamingException;

/**
 * The name under which the server knows the application (Jakarta EE, "Application Component
 * Environment Namespaces").
 */
final class ApplicationName {

  private static final String[] PLACES = {"java:module/ModuleName", "java:app/AppName"};

  private ApplicationName() {}

  /** {@code null} where there is no server, or it does not tell. */
  static String find() {
    for (String place : PLACES) {
      String name = lookup(place);
      if (name != null && !name.isBlank()) {
        return name;
      }
    }
    return null;
  }

  private static String lookup(String place) {
    try {
      return new InitialContext().lookup(place) instanceof String name ? name : null;
    } catch (NamingException | RuntimeException | LinkageError unknown) {
      return null;
    }
  }
}
