// SPDX-License-Identifier: Apache-2.0
package dev.clew.console.store;

import io.opentelemetry.proto.common.v1.AnyValue;
import java.util.Base64;

/** Values of attributes as the texts that a search asks for. */
public final class ValueText {

  private ValueText() {}

  /** The text of one value; {@code null} of a list, of a map, and of nothing. */
  public static String of(AnyValue value) {
    return switch (value.getValueCase()) {
      case STRING_VALUE -> value.getStringValue();
      case BOOL_VALUE -> Boolean.toString(value.getBoolValue());
      case INT_VALUE -> Long.toString(value.getIntValue());
      case DOUBLE_VALUE -> Double.toString(value.getDoubleValue());
      case BYTES_VALUE -> Base64.getEncoder().encodeToString(value.getBytesValue().toByteArray());
      default -> null;
    };
  }
}
