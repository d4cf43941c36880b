// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.sdk;

import dev.clew.aws.JsonText;
import java.util.Map;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;

/** Structures of the SDK's that hold numbers and names, as JSON; what is absent is left out. */
final class Json {

  private final StringBuilder out = new StringBuilder();

  private Json() {}

  static String of(SdkPojo structure) {
    Json json = new Json();
    json.structure(structure);
    return json.out.toString();
  }

  private void structure(SdkPojo structure) {
    int start = out.length();
    for (SdkField<?> field : structure.sdkFields()) {
      Object value = field.getValueOrDefault(structure);
      if (value != null && !(value instanceof Map<?, ?> map && map.isEmpty())) {
        member(start, field.memberName(), value);
      }
    }
    close(start);
  }

  private void map(Map<?, ?> map) {
    int start = out.length();
    map.forEach((key, value) -> member(start, String.valueOf(key), value));
    close(start);
  }

  private void member(int start, String name, Object value) {
    out.append(out.length() == start ? '{' : ',');
    JsonText.append(out, name);
    out.append(':');
    if (value instanceof SdkPojo inner) {
      structure(inner);
    } else if (value instanceof Map<?, ?> inner) {
      map(inner);
    } else {
      JsonText.append(out, value);
    }
  }

  private void close(int start) {
    out.append(out.length() == start ? "{}" : "}");
  }
}
