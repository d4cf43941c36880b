// SPDX-License-Identifier: Apache-2.0
package dev.clew.testkit.arquillian;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What {@code arquillian.xml} says of tracing; {@link ArquillianTracing} says what it may. */
record Options(
    boolean enabled,
    boolean addsDropIn,
    boolean failsForLeftovers,
    Duration limit,
    String address,
    Map<String, String> settings) {

  static final String QUALIFIER = "clew";

  private static final Set<String> KNOWN =
      Set.of("enabled", "dropIn", "leftovers", "limit", "address");

  /**
   * Reads properties of the extension.
   *
   * @throws IllegalArgumentException if one is unknown, or has a value that it cannot have
   */
  static Options of(Map<String, String> properties) {
    Map<String, String> settings = new TreeMap<>(properties);
    settings.keySet().removeAll(KNOWN);
    settings.keySet().forEach(Options::requireSetting);
    return new Options(
        isFirst(properties, "enabled", "true", "false"),
        isFirst(properties, "dropIn", "add", "present"),
        isFirst(properties, "leftovers", "fail", "ignore"),
        Duration.parse(properties.getOrDefault("limit", "PT20S")),
        properties.getOrDefault("address", "127.0.0.1"),
        settings);
  }

  private static void requireSetting(String key) {
    if (!key.startsWith("otel.") && !key.startsWith("clew.")) {
      throw new IllegalArgumentException(
          "arquillian.xml: the extension " + QUALIFIER + " has no property " + key);
    }
  }

  private static boolean isFirst(
      Map<String, String> properties, String key, String first, String second) {
    String value = properties.getOrDefault(key, first);
    if (!value.equals(first) && !value.equals(second)) {
      throw new IllegalArgumentException(
          "arquillian.xml: %s of the extension %s is %s; it can be %s or %s"
              .formatted(key, QUALIFIER, value, first, second));
    }
    return value.equals(first);
  }
}
