// SPDX-License-Identifier: Apache-2.0
package dev.clew.console.query;

import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** OTLP's values as the JDK's: texts, numbers, booleans, lists, maps; bytes as base64. */
final class Values {

  private Values() {}

  /** The last value of each key; those without any are left out. */
  static Map<String, Object> of(List<KeyValue> attributes) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (KeyValue attribute : attributes) {
      Object value = of(attribute.getValue());
      if (value != null) {
        values.put(attribute.getKey(), value);
      }
    }
    return values;
  }

  private static Object of(AnyValue value) {
    return switch (value.getValueCase()) {
      case STRING_VALUE -> value.getStringValue();
      case BOOL_VALUE -> value.getBoolValue();
      case INT_VALUE -> value.getIntValue();
      case DOUBLE_VALUE -> value.getDoubleValue();
      case BYTES_VALUE -> Base64.getEncoder().encodeToString(value.getBytesValue().toByteArray());
      case KVLIST_VALUE -> of(value.getKvlistValue().getValuesList());
      case ARRAY_VALUE -> {
        List<Object> elements = new ArrayList<>();
        for (AnyValue element : value.getArrayValue().getValuesList()) {
          elements.add(of(element));
        }
        elements.removeIf(element -> element == null);
        yield elements;
      }
      default -> null;
    };
  }
}
