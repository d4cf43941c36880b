// SPDX-License-Identifier: Apache-2.0
package dev.clew.console.otlp;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.FieldDescriptor;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Set;

/** Bytes in OTLP's JSON: hexadecimal digits for ids, base64 for all others. */
final class JsonBytes {

  private static final Set<String> IDS = Set.of("trace_id", "span_id", "parent_span_id");

  private JsonBytes() {}

  static boolean isId(FieldDescriptor field) {
    return IDS.contains(field.getName());
  }

  static ByteString of(FieldDescriptor field, String text) {
    return ByteString.copyFrom(
        isId(field) ? HexFormat.of().parseHex(text) : Base64.getDecoder().decode(text));
  }

  static String text(boolean isId, byte[] bytes) {
    return isId ? HexFormat.of().formatHex(bytes) : Base64.getEncoder().encodeToString(bytes);
  }
}
