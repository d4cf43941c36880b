// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.http;

/**
 * Walks over the {@code name=value} pairs of a {@code Forwarded} header (RFC 7239, section 4), of
 * all its elements. Each step goes forward, so any text is read once; what is malformed is passed
 * over up to the next separator. Not thread-safe.
 */
final class ForwardedPairs {

  private final String text;
  private int at;
  private int nameStart;
  private int nameEnd;
  private String value;

  ForwardedPairs(String text) {
    this.text = text == null ? "" : text;
  }

  /** Goes to the next well-formed pair; {@code false} where there is none. */
  boolean next() {
    while (at < text.length()) {
      if (isSeparator(text.charAt(at))) {
        at++;
      } else if (pair()) {
        return true;
      }
    }
    return false;
  }

  /** Whether the pair has this name, whatever its case. */
  boolean isNamed(String name) {
    return nameEnd - nameStart == name.length()
        && text.regionMatches(true, nameStart, name, 0, name.length());
  }

  /** The value of the pair, without quotes. */
  String value() {
    return value;
  }

  private boolean pair() {
    nameStart = at;
    skipTo('=');
    if (at >= text.length() || text.charAt(at) != '=') {
      return false;
    }
    nameEnd = at++;
    value = at < text.length() && text.charAt(at) == '"' ? quoted() : token();
    return value != null && !value.isEmpty();
  }

  private String token() {
    int start = at;
    skipTo('\0');
    return text.substring(start, at).strip();
  }

  /** RFC 9110, section 5.6.4; {@code null} where the closing quote is missing. */
  private String quoted() {
    StringBuilder out = new StringBuilder();
    for (at++; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '"') {
        at++;
        skipTo('\0');
        return out.toString();
      }
      if (c == '\\' && at + 1 < text.length()) {
        c = text.charAt(++at);
      }
      out.append(c);
    }
    return null;
  }

  /** To the next end of a pair or to {@code stop}, whichever is nearer. */
  private void skipTo(char stop) {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == ';' || c == ',' || c == stop) {
        return;
      }
      at++;
    }
  }

  private static boolean isSeparator(char c) {
    return c == ';' || c == ',' || c == ' ' || c == '\t';
  }
}
