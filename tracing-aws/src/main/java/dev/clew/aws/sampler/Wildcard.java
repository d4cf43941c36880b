// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.sampler;

import java.util.Locale;

/**
 * A pattern of a sampling rule: {@code *} stands for any number of characters, {@code ?} for one;
 * case does not matter. Takes time in proportion to pattern times text at most. Immutable.
 */
record Wildcard(String pattern) {

  /** Matches everything, also what is not known. */
  static final Wildcard ANY = new Wildcard("*");

  Wildcard {
    pattern = pattern.toLowerCase(Locale.ROOT);
  }

  boolean isAny() {
    return pattern.equals("*");
  }

  /**
   * Whether a text is one of those that the pattern stands for.
   *
   * @param text {@code null} where it is not known, which only {@code *} stands for
   */
  boolean matches(CharSequence text) {
    return isAny() || text != null && find(text);
  }

  /** Where it goes wrong, the last star takes one character more. */
  private boolean find(CharSequence text) {
    int at = 0;
    int next = 0;
    int star = -1;
    int taken = 0;
    while (at < text.length()) {
      if (next < pattern.length() && pattern.charAt(next) == '*') {
        star = next++;
        taken = at;
      } else if (next < pattern.length() && isOne(pattern.charAt(next), text.charAt(at))) {
        next++;
        at++;
      } else if (star >= 0) {
        next = star + 1;
        at = ++taken;
      } else {
        return false;
      }
    }
    while (next < pattern.length() && pattern.charAt(next) == '*') {
      next++;
    }
    return next == pattern.length();
  }

  private static boolean isOne(char expected, char actual) {
    return expected == '?' || expected == actual || expected == Character.toLowerCase(actual);
  }
}
