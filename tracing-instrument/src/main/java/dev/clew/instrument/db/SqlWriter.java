// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.db;

/**
 * Writes what is kept of a statement: single spaces, one {@code ?} a literal, and one for a list of
 * literals after {@code IN}. Not thread-safe.
 */
final class SqlWriter {

  private static final int MAX_LENGTH = 16 * 1024;

  private static final int NO_LIST = -1;

  private final StringBuilder out;
  private boolean spacePending;

  /** Where the list after {@code IN} starts that so far holds only values. */
  private int listStart = NO_LIST;

  private int listDepth;
  private int listValues;
  private boolean afterIn;

  SqlWriter(int expectedLength) {
    this.out = new StringBuilder(Math.min(expectedLength, MAX_LENGTH));
  }

  boolean isFull() {
    return out.length() >= MAX_LENGTH;
  }

  void space() {
    spacePending = true;
  }

  /** Stands for a literal, or is the place of a parameter. */
  void value() {
    separate();
    out.append('?');
    listValues++;
    afterIn = false;
  }

  void word(String sql, int from, int to) {
    separate();
    out.append(sql, from, Math.min(to, from + MAX_LENGTH));
    listStart = NO_LIST;
    afterIn = to - from == 2 && sql.regionMatches(true, from, "IN", 0, 2);
  }

  void mark(char c) {
    separate();
    out.append(c);
    switch (c) {
      case '(' -> open();
      case ')' -> close();
      case ',', '+', '-' -> {}
      default -> listStart = NO_LIST;
    }
    afterIn = false;
  }

  private void open() {
    if (afterIn) {
      listStart = out.length();
      listDepth = 1;
      listValues = 0;
    } else if (listStart != NO_LIST) {
      listDepth++;
    }
  }

  private void close() {
    if (listStart == NO_LIST || --listDepth > 0) {
      return;
    }
    if (listValues > 0) {
      out.setLength(listStart);
      out.append("?)");
    }
    listStart = NO_LIST;
  }

  private void separate() {
    if (spacePending && !out.isEmpty()) {
      out.append(' ');
    }
    spacePending = false;
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
