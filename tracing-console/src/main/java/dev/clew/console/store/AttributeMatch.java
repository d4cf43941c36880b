// SPDX-License-Identifier: Apache-2.0
package dev.clew.console.store;

import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import java.util.List;

/** Looks for an attribute with a value, also in maps and in lists of them. */
final class AttributeMatch {

  private AttributeMatch() {}

  static boolean has(List<KeyValue> attributes, String key, String text) {
    for (KeyValue attribute : attributes) {
      AnyValue value = attribute.getValue();
      if (attribute.getKey().equals(key) && text.equals(ValueText.of(value))
          || within(value, key, text)) {
        return true;
      }
    }
    return false;
  }

  private static boolean within(AnyValue value, String key, String text) {
    return switch (value.getValueCase()) {
      case KVLIST_VALUE -> has(value.getKvlistValue().getValuesList(), key, text);
      case ARRAY_VALUE ->
          value.getArrayValue().getValuesList().stream()
              .anyMatch(element -> within(element, key, text));
      default -> false;
    };
  }
}
