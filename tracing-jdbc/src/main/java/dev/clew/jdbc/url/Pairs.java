// SPDX-License-Identifier: Apache-2.0
package dev.clew.jdbc.url;

/** Finds a value by its name in a text of names and values. */
final class Pairs {

  private Pairs() {}

  /**
   * The value behind the first occurrence of a name, in any case, that stands alone and is followed
   * by a separator.
   *
   * @param ends characters of which each ends the value
   * @return trimmed; {@code null} where there is none, or an empty one
   */
  static String valueOf(String text, String name, String separator, String ends) {
    for (int at = 0; at + name.length() < text.length(); at++) {
      if (text.regionMatches(true, at, name, 0, name.length()) && standsAlone(text, at)) {
        int from = behindSeparator(text, at + name.length(), separator);
        if (from > 0) {
          return value(text, from, ends);
        }
      }
    }
    return null;
  }

  private static boolean standsAlone(String text, int at) {
    return at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
  }

  private static int behindSeparator(String text, int from, String separator) {
    int at = from;
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
    return text.startsWith(separator, at) ? at + separator.length() : -1;
  }

  private static String value(String text, int from, String ends) {
    int to = from;
    while (to < text.length() && ends.indexOf(text.charAt(to)) < 0) {
      to++;
    }
    String value = text.substring(from, to).trim();
    return value.isEmpty() ? null : value;
  }
}
