// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.db;

/**
 * Where literals and quoted names end. Every method answers with the index behind the end, or
 * {@link #OPEN} where there is none; none looks at a character twice.
 */
final class SqlLiterals {

  static final int OPEN = -1;

  private SqlLiterals() {}

  /**
   * The end of a text between quotes, in which two quotes stand for one.
   *
   * @param from behind the first quote
   * @param backslashes whether a backslash takes the next character along
   */
  static int endOfQuoted(String sql, int from, char quote, boolean backslashes) {
    int at = from;
    while (at < sql.length()) {
      char c = sql.charAt(at);
      if (c == '\\' && backslashes) {
        at += 2;
      } else if (c != quote) {
        at++;
      } else if (at + 1 < sql.length() && sql.charAt(at + 1) == quote) {
        at += 2;
      } else {
        return at + 1;
      }
    }
    return OPEN;
  }

  /** Whether a backslash is in there, so that dialects may differ on where the text ends. */
  static boolean isAmbiguous(String sql, int from, int end) {
    for (int at = from; at < end - 1; at++) {
      if (sql.charAt(at) == '\\') {
        return true;
      }
    }
    return false;
  }

  /**
   * The end of {@code $tag$text$tag$}; {@code from} itself where no such thing starts there.
   *
   * @param from at the first dollar sign
   */
  static int endOfDollarQuoted(String sql, int from) {
    int second = from + 1;
    while (second < sql.length() && isTagPart(sql.charAt(second), second == from + 1)) {
      second++;
    }
    if (second >= sql.length() || sql.charAt(second) != '$') {
      return from;
    }
    String tag = sql.substring(from, second + 1);
    int close = sql.indexOf(tag, second + 1);
    return close < 0 ? OPEN : close + tag.length();
  }

  private static boolean isTagPart(char c, boolean first) {
    return c == '_' || (first ? Character.isLetter(c) : Character.isLetterOrDigit(c));
  }

  /**
   * The end of Oracle's {@code q'[text]'}.
   *
   * @param from behind the quote
   */
  static int endOfQQuoted(String sql, int from) {
    if (from >= sql.length()) {
      return OPEN;
    }
    String close = closing(sql.charAt(from)) + "'";
    int end = sql.indexOf(close, from + 1);
    return end < 0 ? OPEN : end + 2;
  }

  private static char closing(char open) {
    return switch (open) {
      case '[' -> ']';
      case '(' -> ')';
      case '{' -> '}';
      case '<' -> '>';
      default -> open;
    };
  }

  /** The end of a number of any notation, with the letters that stick to it. */
  static int endOfNumber(String sql, int from) {
    boolean hex = sql.startsWith("0x", from) || sql.startsWith("0X", from);
    int at = from;
    while (at < sql.length() && isNumberPart(sql, at, hex)) {
      at++;
    }
    return at;
  }

  private static boolean isNumberPart(String sql, int at, boolean hex) {
    char c = sql.charAt(at);
    if (c == '+' || c == '-') {
      char before = sql.charAt(at - 1);
      return !hex && (before == 'e' || before == 'E') && isDigit(sql, at + 1);
    }
    return c == '.' || c == '_' || Character.isLetterOrDigit(c);
  }

  static boolean isDigit(String sql, int at) {
    return at < sql.length() && sql.charAt(at) >= '0' && sql.charAt(at) <= '9';
  }
}
