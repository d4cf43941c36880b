// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.db;

import java.util.Locale;

/**
 * Follows the words of a statement and says in a few of them what it does: operations and their
 * targets, in their order, as written (semantic conventions 1.44, "Generating a summary of the
 * query"). Knows just enough of SQL's grammar for that. Not thread-safe.
 */
final class SqlSummary {

  private enum Expected {
    NOTHING,
    TARGET,
    /** What CREATE, ALTER or DROP is about. */
    OBJECT
  }

  private final SqlSummaryText text = new SqlSummaryText();
  private final Clauses clauses = new Clauses();

  private Expected expected = Expected.NOTHING;
  private String ddl;
  private String before = "";
  private String beforeThat = "";
  private boolean atStart = true;
  private boolean nothingMore;
  private boolean merging;
  private boolean calling;

  /** A name that is quoted, without its quotes. */
  void name(String name) {
    if (!text.continueTarget(name) && expected == Expected.TARGET) {
      target(name);
    }
    remember("");
  }

  /** A word that is not quoted: a name, a key word or a variable. */
  void word(String word, boolean beforeParenthesis) {
    String upper = word.toUpperCase(Locale.ROOT);
    if (!text.continueTarget(word) && !nothingMore) {
      text.endTarget();
      understand(word, upper, beforeParenthesis);
    }
    remember(upper);
  }

  private void understand(String word, String upper, boolean beforeParenthesis) {
    if (expected == Expected.OBJECT) {
      object(word, upper);
    } else if (expected == Expected.TARGET && isSkipped(word, upper)) {
      return;
    } else if (!keyword(word, upper, beforeParenthesis) && expected == Expected.TARGET) {
      target(word);
    }
  }

  private static boolean isSkipped(String word, String upper) {
    return SqlWords.FILLERS.contains(upper) || word.charAt(0) == '@';
  }

  private boolean keyword(String word, String upper, boolean beforeParenthesis) {
    if (SqlWords.ENDS.contains(upper) && !atStart) {
      clauses.endTargets();
      expected = Expected.NOTHING;
      return true;
    }
    return switch (upper) {
      case "SELECT" -> select(word);
      case "FROM" -> from();
      case "JOIN", "STRAIGHT_JOIN" -> expectTarget();
      case "INTO" -> text.hasOperation() && expectTarget();
      case "USING" -> merging && expectTarget();
      case "INSERT", "UPDATE", "DELETE", "MERGE" -> !beforeParenthesis && change(word, upper);
      case "CALL" -> call(word);
      default -> atStart && first(word, upper);
    };
  }

  private boolean select(String word) {
    text.operation(word);
    clauses.select();
    return started(Expected.NOTHING);
  }

  private boolean from() {
    if (!clauses.isSelecting() || before.equals("DISTINCT")) {
      return true;
    }
    clauses.startTargets();
    return expectTarget();
  }

  private boolean expectTarget() {
    expected = Expected.TARGET;
    return true;
  }

  private boolean change(String word, String upper) {
    if (SqlWords.BEFORE_CLAUSES.contains(before)) {
      return true;
    }
    text.operation(word);
    merging = upper.equals("MERGE");
    switch (upper) {
      case "DELETE" -> clauses.select();
      case "UPDATE" -> clauses.startTargets();
      default -> {}
    }
    return started(Expected.TARGET);
  }

  private boolean call(String word) {
    text.operation(word);
    calling = true;
    return started(Expected.TARGET);
  }

  private boolean first(String word, String upper) {
    switch (upper) {
      case "WITH" -> {
        return true;
      }
      case "EXEC", "EXECUTE" -> {
        return call(word);
      }
      case "REPLACE" -> {
        text.operation(word);
        return started(Expected.TARGET);
      }
      case "TRUNCATE" -> {
        text.operation(word);
        clauses.startTargets();
        return started(Expected.TARGET);
      }
      case "CREATE", "ALTER", "DROP" -> {
        ddl = word;
        return started(Expected.OBJECT);
      }
      default -> {
        return other(word, upper);
      }
    }
  }

  private boolean other(String word, String upper) {
    nothingMore = SqlWords.SIMPLE.contains(upper);
    if (nothingMore || SqlWords.AROUND.contains(upper)) {
      text.operation(word);
      atStart = upper.equals("EXPLAIN");
    } else {
      atStart = false;
    }
    return true;
  }

  private boolean started(Expected next) {
    expected = next;
    atStart = false;
    return true;
  }

  private void object(String word, String upper) {
    if (SqlWords.OBJECTS.contains(upper)) {
      text.operation(ddl + ' ' + word);
      if (ddl.equalsIgnoreCase("DROP")) {
        clauses.startTargets();
      }
      expected = Expected.TARGET;
    }
  }

  private void target(String name) {
    text.startTarget(name, calling);
    calling = false;
    expected = Expected.NOTHING;
  }

  /** A literal, or the place of a parameter. */
  void value() {
    text.endTarget();
    // As in {? = call name()}.
    if (text.hasOperation() && expected != Expected.OBJECT) {
      expected = Expected.NOTHING;
    }
    remember("");
  }

  /** Any other character. */
  void mark(char c) {
    if (c == '.') {
      text.dot();
      return;
    }
    text.endTarget();
    switch (c) {
      case '(' -> {
        clauses.open();
        expected = Expected.NOTHING;
      }
      case ')' -> {
        clauses.close();
        expected = Expected.NOTHING;
      }
      case ',' -> expected = clauses.isListing() ? Expected.TARGET : Expected.NOTHING;
      case ';' -> restart();
      case '=', '{' -> {}
      default -> expected = Expected.NOTHING;
    }
    remember("");
  }

  private void restart() {
    clauses.reset();
    expected = Expected.NOTHING;
    atStart = true;
    nothingMore = false;
    merging = false;
    calling = false;
  }

  private void remember(String word) {
    beforeThat = before;
    before = word;
  }

  /** Whether the last two words announce a password, which Oracle takes without quotes. */
  boolean endsWithIdentifiedBy() {
    return before.equals("BY") && beforeThat.equals("IDENTIFIED");
  }

  SqlQuery query(String sanitized, boolean parameterized) {
    return text.query(sanitized, parameterized);
  }

  /** What is open at each depth of parentheses; beyond 64 of them nothing is remembered. */
  private static final class Clauses {

    private long selecting;
    private long listing;
    private int depth;

    private long here() {
      return depth < Long.SIZE ? 1L << depth : 0;
    }

    void select() {
      selecting |= here();
      listing &= ~here();
    }

    boolean isSelecting() {
      return (selecting & here()) != 0;
    }

    void startTargets() {
      listing |= here();
    }

    void endTargets() {
      listing &= ~here();
    }

    boolean isListing() {
      return (listing & here()) != 0;
    }

    void open() {
      depth++;
      selecting &= ~here();
      listing &= ~here();
    }

    void close() {
      depth = Math.max(0, depth - 1);
    }

    void reset() {
      selecting = 0;
      listing = 0;
      depth = 0;
    }
  }
}
