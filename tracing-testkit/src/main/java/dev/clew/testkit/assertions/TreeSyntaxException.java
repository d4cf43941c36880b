// SPDX-License-Identifier: Apache-2.0
package dev.clew.testkit.assertions;

/** A tree is not written as {@link TraceAssertions} has it; the message shows where. */
public final class TreeSyntaxException extends IllegalArgumentException {

  private static final long serialVersionUID = 1;

  private final int position;

  TreeSyntaxException(String problem, String text, int position) {
    super(message(problem, text, position));
    this.position = position;
  }

  /** Where it goes wrong: how many characters come before, or the length if there is an end. */
  public int position() {
    return position;
  }

  private static String message(String problem, String text, int position) {
    int start = text.lastIndexOf('\n', position - 1) + 1;
    int end = text.indexOf('\n', position);
    long line = text.substring(0, position).chars().filter(c -> c == '\n').count() + 1;
    return "%s, at line %d, column %d of the tree:%n  %s%n  %s^"
        .formatted(
            problem,
            line,
            position - start + 1,
            text.substring(start, end < 0 ? text.length() : end),
            " ".repeat(position - start));
  }
}
