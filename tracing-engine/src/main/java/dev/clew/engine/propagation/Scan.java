// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine.propagation;

/** Looks for things in a range of characters, each looked at once. */
final class Scan {

  private Scan() {}

  /** Where the character first stands in the range, or {@code to}. */
  static int indexOf(CharSequence text, char wanted, int from, int to) {
    int i = from;
    while (i < to && text.charAt(i) != wanted) {
      i++;
    }
    return i;
  }

  /** Where the range starts without leading spaces and tabs (OWS of RFC 9110, section 5.6.3). */
  static int skipSpace(CharSequence text, int from, int to) {
    int i = from;
    while (i < to && isSpace(text.charAt(i))) {
      i++;
    }
    return i;
  }

  /** Where the range ends without trailing spaces and tabs. */
  static int trimEnd(CharSequence text, int from, int to) {
    int i = to;
    while (i > from && isSpace(text.charAt(i - 1))) {
      i--;
    }
    return i;
  }

  static boolean isSpace(char c) {
    return c == ' ' || c == '\t';
  }

  /** Whether every character of the range is a {@code 0}. */
  static boolean isZero(CharSequence text, int from, int to) {
    int i = from;
    while (i < to && text.charAt(i) == '0') {
      i++;
    }
    return i == to;
  }

  static String cut(CharSequence text, int from, int to) {
    return text.subSequence(from, to).toString();
  }
}
