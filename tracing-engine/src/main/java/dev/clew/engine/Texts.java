// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine;

/** Cuts texts to a length, never through a character of two chars. */
final class Texts {

  private Texts() {}

  /** The text, or its first {@code max} characters. */
  static String cut(String text, int max) {
    return text.length() <= max ? text : text.substring(0, end(text, max));
  }

  /** Where to cut a text to have at most {@code max} characters. */
  static int end(String text, int max) {
    if (text.length() <= max) {
      return text.length();
    }
    boolean splits =
        max > 0
            && Character.isHighSurrogate(text.charAt(max - 1))
            && Character.isLowSurrogate(text.charAt(max));
    return splits ? max - 1 : max;
  }
}
