// SPDX-License-Identifier: Apache-2.0
package dev.clew.exporter.sender;

/** Texts in JSON (RFC 8259, section 7), for senders that write it. */
public final class JsonQuotes {

  private static final String HEX = "0123456789abcdef";

  private JsonQuotes() {}

  /** Writes a text with its quotes to the end of another. */
  public static void append(StringBuilder out, String text) {
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
