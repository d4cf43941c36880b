// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.segment;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The {@code annotations} of a document: attributes that were asked for by name, in names that
 * X-Ray takes. X-Ray indexes 50 of a trace. Immutable.
 */
final class Annotations {

  private static final int MOST = 50;
  private static final int LONGEST = 1000;

  private final Set<String> keys;

  Annotations(Collection<String> keys) {
    this.keys = Set.copyOf(keys);
  }

  Map<String, Object> of(Map<String, Object> attributes) {
    Map<String, Object> annotations = new LinkedHashMap<>();
    attributes.forEach(
        (key, value) -> {
          if (keys.contains(key) && annotations.size() < MOST) {
            annotations.put(key.replaceAll("[^A-Za-z0-9_]", "_"), value(value));
          }
        });
    return annotations;
  }

  private static Object value(Object value) {
    return value instanceof Number || value instanceof Boolean
        ? value
        : Cut.text(String.valueOf(value), LONGEST);
  }
}
