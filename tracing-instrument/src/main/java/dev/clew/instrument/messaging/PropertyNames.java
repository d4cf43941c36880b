// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.messaging;

import java.util.Locale;
import java.util.Set;

/**
 * Headers as properties of messages, whose names are Java identifiers without JMS's reserved words
 * (JMS 3.1, 3.5.1 and 3.8.1.1). A dash is written {@code __dash__}, as OpenTelemetry's Java agent
 * does; a header that cannot be written so is not carried.
 */
final class PropertyNames {

  private static final String DASH = "__dash__";

  private static final Set<String> RESERVED =
      Set.of("NULL", "TRUE", "FALSE", "NOT", "AND", "OR", "BETWEEN", "LIKE", "IN", "IS", "ESCAPE");

  private PropertyNames() {}

  /** The property for a header; {@code null} where there can be none. */
  static String ofHeader(String header) {
    String property = header.indexOf('-') < 0 ? header : header.replace("-", DASH);
    return isLegal(property) ? property : null;
  }

  /** The header for a property. */
  static String toHeader(String property) {
    return property.contains(DASH) ? property.replace(DASH, "-") : property;
  }

  private static boolean isLegal(String name) {
    return !name.isEmpty()
        && Character.isJavaIdentifierStart(name.charAt(0))
        && hasOnlyParts(name)
        && !name.startsWith("JMS")
        && !isReserved(name);
  }

  private static boolean hasOnlyParts(String name) {
    for (int i = 1; i < name.length(); i++) {
      if (!Character.isJavaIdentifierPart(name.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isReserved(String name) {
    return name.length() <= "BETWEEN".length() && RESERVED.contains(name.toUpperCase(Locale.ROOT));
  }
}
