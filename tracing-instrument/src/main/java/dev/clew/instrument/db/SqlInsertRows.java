// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.db;

import java.util.ArrayList;
import java.util.List;

/** Follows {@code INSERT INTO table (columns) VALUES (row), (row)}. Not thread-safe. */
final class SqlInsertRows {

  private enum Part {
    NONE,
    /** INSERT or REPLACE. */
    VERB,
    TABLE,
    COLUMNS,
    AFTER_COLUMNS,
    BETWEEN_ROWS,
    ROW
  }

  private final List<String> columns = new ArrayList<>();

  private Part part = Part.NONE;
  private int depth;
  private int index;
  private boolean atStart;

  void word(String word, String upper) {
    atStart = false;
    switch (part) {
      case NONE -> part = isVerb(upper) ? Part.VERB : Part.NONE;
      case VERB -> part = upper.equals("INTO") ? Part.TABLE : Part.NONE;
      case COLUMNS -> columns.add(word);
      case AFTER_COLUMNS -> afterColumns(upper);
      default -> {}
    }
  }

  private static boolean isVerb(String upper) {
    return upper.equals("INSERT") || upper.equals("REPLACE");
  }

  private void afterColumns(String upper) {
    if (upper.equals("VALUES")) {
      part = Part.BETWEEN_ROWS;
    } else if (upper.equals("SELECT")) {
      part = Part.NONE;
    }
  }

  /** The column that a parameter is put into as it is; {@code null} where it is not. */
  String parameter() {
    boolean whole = part == Part.ROW && depth == 1 && atStart;
    atStart = false;
    return whole && index < columns.size() ? columns.get(index) : null;
  }

  void other() {
    atStart = false;
  }

  void mark(char c) {
    atStart = false;
    switch (c) {
      case '(' -> open();
      case ')' -> close();
      case ',' -> next();
      default -> part = part == Part.COLUMNS ? Part.NONE : part;
    }
  }

  private void open() {
    switch (part) {
      case TABLE -> part = Part.COLUMNS;
      case BETWEEN_ROWS -> {
        part = Part.ROW;
        depth = 1;
        index = 0;
        atStart = true;
      }
      case ROW -> depth++;
      default -> part = Part.NONE;
    }
  }

  private void close() {
    if (part == Part.COLUMNS) {
      part = Part.AFTER_COLUMNS;
    } else if (part == Part.ROW && --depth == 0) {
      part = Part.BETWEEN_ROWS;
    }
  }

  private void next() {
    if (part == Part.ROW && depth == 1) {
      index++;
      atStart = true;
    }
  }
}
