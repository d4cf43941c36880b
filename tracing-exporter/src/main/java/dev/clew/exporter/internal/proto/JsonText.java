// SPDX-License-Identifier: Apache-2.0
package dev.clew.exporter.internal.proto;

/** Texts in JSON (RFC 8259, section 7). */
final class JsonText {

  private static final String HEX = "0123456789abcdef";

  private JsonText() {}

  static void append(StringBuilder out, String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < ' ') {
        out.append("\\u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
      } else {
        out.append(c);
      }
    }
    out.append('"');
  }
}
