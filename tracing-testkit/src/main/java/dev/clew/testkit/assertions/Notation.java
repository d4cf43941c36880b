// SPDX-License-Identifier: Apache-2.0
package dev.clew.testkit.assertions;

/** A text that is read from left to right. Not thread-safe. */
final class Notation {

  private final String text;
  private int position;

  Notation(String text) {
    this.text = text;
  }

  int position() {
    return position;
  }

  String since(int start) {
    return text.substring(start, position);
  }

  boolean ended() {
    return position == text.length();
  }

  /** The next character, or a NUL at the end. */
  char peek() {
    return peek(0);
  }

  char peek(int ahead) {
    return position + ahead < text.length() ? text.charAt(position + ahead) : '\0';
  }

  char next() {
    char next = peek();
    position++;
    return next;
  }

  /** Goes over a sign, if it comes next. */
  boolean accept(String sign) {
    boolean there = text.startsWith(sign, position);
    position += there ? sign.length() : 0;
    return there;
  }

  void skipSpace() {
    while (!ended() && Character.isWhitespace(peek())) {
      position++;
    }
  }

  TreeSyntaxException wrong(String problem) {
    return wrong(problem, position);
  }

  TreeSyntaxException wrong(String problem, int where) {
    return new TreeSyntaxException(problem, text, Math.min(where, text.length()));
  }
}
