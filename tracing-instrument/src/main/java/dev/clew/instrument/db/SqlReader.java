// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.db;

import dev.clew.instrument.db.SqlDialect.Trait;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads a statement from its first character to its last, without ever going back. */
final class SqlReader {

  /** Words that belong to the literal that follows without a space. */
  private static final Set<String> PREFIXES =
      Set.of("N", "E", "B", "X", "U&", "Q", "NQ", "G", "GX", "BX", "UX");

  private final String sql;
  private final SqlDialect dialect;
  private final SqlComments comments;
  private final SqlWriter out;
  private final SqlSummary summary = new SqlSummary();

  /** {@code null} where nobody asks. */
  private SqlColumns columns;

  private int at;
  private boolean parameterized;

  /** PostgreSQL: a string on the next line goes on as the one before was started. */
  private boolean escapesGoOn;

  /** The next name is a password. */
  private boolean passwordNext;

  SqlReader(String sql, SqlDialect dialect) {
    this.sql = sql;
    this.dialect = dialect;
    this.comments = new SqlComments(sql, dialect);
    this.out = new SqlWriter(sql.length());
  }

  /** The columns of the parameters, by position from 0; {@code null} where not beyond doubt. */
  static List<String> columns(String sql, SqlDialect dialect) {
    SqlReader reader = new SqlReader(sql, dialect);
    reader.columns = new SqlColumns();
    reader.read();
    return reader.columns.columns();
  }

  SqlQuery read() {
    while (at < sql.length() && !out.isFull()) {
      char c = sql.charAt(at);
      if (c <= ' ' || Character.isWhitespace(c) || c == '\u00a0') {
        out.space();
        at++;
      } else if (!comment()) {
        boolean goesOn = escapesGoOn;
        escapesGoOn = false;
        token(c, goesOn);
      }
    }
    return summary.query(out.toString(), parameterized);
  }

  private boolean comment() {
    int end = comments.end(at);
    if (end == at) {
      return false;
    }
    out.space();
    at = end == SqlLiterals.OPEN ? sql.length() : end;
    return true;
  }

  private void token(char c, boolean escapes) {
    if (c == '\'') {
      string(escapes);
    } else if (c == '"' || c == '`' || c == '[') {
      quoted(c);
    } else if (SqlLiterals.isDigit(sql, at) || c == '.' && SqlLiterals.isDigit(sql, at + 1)) {
      value(SqlLiterals.endOfNumber(sql, at));
    } else if (isWordStart(c)) {
      word();
    } else if (c == '$') {
      dollar();
    } else if (c == '?') {
      parameter();
    } else {
      mark(c);
    }
  }

  private void mark(char c) {
    out.mark(c);
    summary.mark(c);
    if (columns != null) {
      columns.mark(c);
    }
    at++;
  }

  private void parameter() {
    parameterized = true;
    if (columns != null) {
      positioned();
    }
    placed(at + 1);
  }

  /** PostgreSQL's driver takes two for one character, and H2 a position behind one. */
  private void positioned() {
    if (at + 1 < sql.length() && (sql.charAt(at + 1) == '?' || SqlLiterals.isDigit(sql, at + 1))) {
      columns.lose();
    }
    columns.parameter();
  }

  private void value(int end) {
    if (columns != null) {
      columns.value();
    }
    placed(end);
  }

  /** Stands for all up to there; for the rest where no end is known. */
  private void placed(int end) {
    out.value();
    summary.value();
    at = end == SqlLiterals.OPEN ? sql.length() : end;
    passwordNext = false;
  }

  private void string(boolean escapes) {
    boolean backslashes = escapes || dialect.has(Trait.BACKSLASHES);
    escapesGoOn = escapes;
    text('\'', backslashes);
  }

  private void text(char quote, boolean backslashes) {
    int end = SqlLiterals.endOfQuoted(sql, at + 1, quote, backslashes);
    boolean lost =
        dialect.has(Trait.WARY)
            && end != SqlLiterals.OPEN
            && SqlLiterals.isAmbiguous(sql, at + 1, end);
    value(lost ? SqlLiterals.OPEN : end);
  }

  private void quoted(char open) {
    if (open == '[' && !dialect.has(Trait.BRACKETS)
        || open == '`' && !dialect.has(Trait.BACKTICKS)) {
      mark(open);
    } else if (open == '"' && dialect.has(Trait.DOUBLE_QUOTED_STRINGS)) {
      text('"', dialect.has(Trait.BACKSLASHES));
    } else {
      name(open == '[' ? ']' : open);
    }
  }

  private void name(char close) {
    int end = SqlLiterals.endOfQuoted(sql, at + 1, close, false);
    if (end == SqlLiterals.OPEN || passwordNext) {
      value(end);
      return;
    }
    out.word(sql, at, end);
    String name = sql.substring(at + 1, end - 1);
    summary.name(name);
    if (columns != null) {
      columns.word(name, true);
    }
    at = end;
  }

  private void dollar() {
    int end = dialect.has(Trait.DOLLAR_QUOTES) ? SqlLiterals.endOfDollarQuoted(sql, at) : at;
    if (end != at) {
      value(end);
    } else if (SqlLiterals.isDigit(sql, at + 1)) {
      numberedParameter();
    } else {
      mark('$');
    }
  }

  private void numberedParameter() {
    int end = SqlLiterals.endOfNumber(sql, at + 1);
    out.word(sql, at, at + 1);
    value(end);
    parameterized = true;
    if (columns != null) {
      columns.lose();
    }
  }

  private void word() {
    int end = at + 1;
    while (end < sql.length() && isWordPart(sql.charAt(end))) {
      end++;
    }
    int quote = sql.startsWith("&'", end) || sql.startsWith("&\"", end) ? end + 1 : end;
    if (quote < sql.length() && sql.charAt(quote) == '\'' && isPrefix(quote)) {
      prefixed(quote);
    } else if (passwordNext) {
      value(end);
    } else {
      plain(end);
    }
  }

  private boolean isPrefix(int quote) {
    return sql.charAt(at) == '_' && dialect == SqlDialect.MYSQL
        || quote - at <= 2 && PREFIXES.contains(sql.substring(at, quote).toUpperCase(Locale.ROOT));
  }

  private void prefixed(int quote) {
    char last = sql.charAt(quote - 1);
    boolean q = last == 'q' || last == 'Q';
    boolean e = (last == 'e' || last == 'E') && dialect.has(Trait.ESCAPE_STRINGS);
    if (q && dialect.has(Trait.Q_QUOTES)) {
      value(SqlLiterals.endOfQQuoted(sql, quote + 1));
    } else if (dialect.has(Trait.WARY) && (q || last == 'e' || last == 'E')) {
      value(SqlLiterals.OPEN);
    } else {
      at = quote;
      string(e);
    }
  }

  private void plain(int end) {
    String word = sql.substring(at, end);
    out.word(sql, at, end);
    summary.word(word, end < sql.length() && sql.charAt(end) == '(');
    if (columns != null) {
      columns.word(word, false);
    }
    passwordNext = summary.endsWithIdentifiedBy();
    at = end;
  }

  private static boolean isWordStart(char c) {
    return Character.isLetter(c) || c == '_' || c == '@' || c > '\u007f';
  }

  private boolean isWordPart(char c) {
    return isWordStart(c)
        || c >= '0' && c <= '9'
        || c == '$' && dialect.has(Trait.DOLLAR_IN_NAMES)
        || c == '#' && dialect.has(Trait.HASH_IN_NAMES);
  }
}
