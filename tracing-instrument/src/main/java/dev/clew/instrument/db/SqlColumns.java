// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.db;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Follows the words of a statement and finds the columns that its parameters stand for, where that
 * is beyond doubt: {@code column = ?} (or another comparison) as a whole condition or assignment,
 * and rows of INSERT that go with a list of columns. Not thread-safe.
 */
final class SqlColumns {

  /** After these an expression starts. */
  private static final Set<String> BEFORE =
      Set.of("WHERE", "AND", "OR", "ON", "SET", "NOT", "HAVING", "WHEN");

  private static final Set<String> COMPARISONS = Set.of("LIKE", "ILIKE");

  /** May follow a parameter that is compared, or cast, without changing its value. */
  private static final String AFTER = "),;:";

  private enum State {
    OTHER,
    START,
    COLUMN,
    DOT,
    COMPARED,
    /** The last parameter has a column, unless an operator follows. */
    PARAMETER
  }

  private final SqlInsertRows rows = new SqlInsertRows();

  /** By position; {@code null} where there is no column, or nobody knows. */
  private final List<String> columns = new ArrayList<>();

  private State state = State.OTHER;
  private String column;
  private boolean lost;

  /** A name, with or without quotes, or a key word. */
  void word(String word, boolean quoted) {
    String upper = quoted ? "" : word.toUpperCase(Locale.ROOT);
    rows.word(word, upper);
    if (BEFORE.contains(upper)) {
      state = State.START;
    } else if (COMPARISONS.contains(upper)) {
      state = state == State.COLUMN ? State.COMPARED : State.OTHER;
    } else if (state == State.START || state == State.DOT) {
      column = word;
      state = State.COLUMN;
    } else {
      state = State.OTHER;
    }
  }

  /** The place of a parameter. */
  void parameter() {
    String inserted = rows.parameter();
    String found = state == State.COMPARED ? column : inserted;
    columns.add(found);
    state = found == null ? State.OTHER : State.PARAMETER;
  }

  /** A literal. */
  void value() {
    rows.other();
    state = State.OTHER;
  }

  /** Any other character. */
  void mark(char c) {
    rows.mark(c);
    if (state == State.PARAMETER && AFTER.indexOf(c) < 0) {
      columns.set(columns.size() - 1, null);
    }
    state =
        switch (c) {
          case '(', ',' -> State.START;
          case '.' -> state == State.COLUMN ? State.DOT : State.OTHER;
          case '=', '<', '>', '!' ->
              state == State.COLUMN || state == State.COMPARED ? State.COMPARED : State.OTHER;
          default -> State.OTHER;
        };
  }

  /** Nobody can tell any more which position a parameter has. */
  void lose() {
    lost = true;
  }

  /** By position, from 0. */
  List<String> columns() {
    return lost ? List.of() : columns;
  }
}
