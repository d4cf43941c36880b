// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.http;

/** How long texts from outside may be in a span, in UTF-16 units. */
final class Cut {

  static final int ADDRESS = 255;
  static final int HEADER = 1024;
  static final int METHOD = 64;
  static final int ROUTE = 512;
  static final int USER_AGENT = 512;
  static final int URL_PART = 2048;

  private Cut() {}

  /** The text, or its first characters; never half a surrogate pair. */
  static String to(int max, String text) {
    if (text == null || text.length() <= max) {
      return text;
    }
    return text.substring(0, Character.isHighSurrogate(text.charAt(max - 1)) ? max - 1 : max);
  }
}
