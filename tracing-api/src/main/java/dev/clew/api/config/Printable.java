// SPDX-License-Identifier: Apache-2.0
package dev.clew.api.config;

/** Makes text from outside safe to log: one line, of bounded length, no control characters. */
public final class Printable {

  private Printable() {}

  /**
   * The text with every control, format or line-separating character and every lone surrogate
   * written as <code>&#92;uXXXX</code>, cut off with {@code ...} after {@code max} characters.
   */
  public static String of(String text, int max) {
    if (text == null) {
      return "null";
    }
    StringBuilder out = new StringBuilder(Math.min(text.length(), max) + 8);
    int i = 0;
    while (i < text.length() && i < max) {
      int codePoint = text.codePointAt(i);
      if (isPrintable(codePoint)) {
        out.appendCodePoint(codePoint);
      } else {
        out.append(String.format("\\u%04x", codePoint));
      }
      i += Character.charCount(codePoint);
    }
    return i < text.length() ? out.append("...").toString() : out.toString();
  }

  private static boolean isPrintable(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.UNASSIGNED ->
          false;
      default -> true;
    };
  }
}
