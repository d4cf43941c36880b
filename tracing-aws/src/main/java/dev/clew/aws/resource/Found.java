// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.resource;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Attributes as they are found. Thread-safe. */
final class Found {

  private final Map<String, Object> attributes = new ConcurrentHashMap<>();

  /** Adds a text, unless it is empty. */
  Found put(String key, String text) {
    if (!text.isEmpty()) {
      attributes.put(key, text);
    }
    return this;
  }

  Found put(String key, long number) {
    attributes.put(key, number);
    return this;
  }

  /** On which of AWS's services the process runs. */
  Found platform(String platform) {
    return put("cloud.provider", "aws").put("cloud.platform", platform);
  }

  /** Those that have been found so far. */
  Map<String, Object> attributes() {
    return Map.copyOf(attributes);
  }
}
