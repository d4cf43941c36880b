// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.db;

import dev.clew.instrument.db.SqlDialect.Trait;

/**
 * Where comments start and end, for a reader that goes from the first character to the last. Each
 * character is looked at a bounded number of times. Not thread-safe.
 */
final class SqlComments {

  private final String sql;
  private final SqlDialect dialect;

  /** Whether what is read is in a comment whose content is executed. */
  private boolean executed;

  SqlComments(String sql, SqlDialect dialect) {
    this.sql = sql;
    this.dialect = dialect;
  }

  /**
   * The end of a comment.
   *
   * @return {@code at} itself where no comment starts there; {@link SqlLiterals#OPEN} where nobody
   *     can tell where it ends
   */
  int end(int at) {
    char c = sql.charAt(at);
    if (c != '-' && c != '/' && c != '#' && c != '*') {
      return at;
    }
    if (startsLine(c, at)) {
      return endOfLine(at);
    }
    if (dialect.has(Trait.EXECUTED_COMMENTS)) {
      if (sql.startsWith("/*!", at) || sql.startsWith("/*M!", at)) {
        executed = true;
        return endOfVersion(sql.indexOf('!', at) + 1);
      }
      if (executed && sql.startsWith("*/", at)) {
        executed = false;
        return at + 2;
      }
    }
    return sql.startsWith("/*", at) ? endOfBlock(at + 2) : at;
  }

  private boolean startsLine(char c, int at) {
    return switch (c) {
      case '#' -> dialect.has(Trait.HASH_COMMENTS);
      case '/' -> dialect.has(Trait.SLASH_COMMENTS) && sql.startsWith("//", at);
      case '-' ->
          sql.startsWith("--", at)
              && (!dialect.has(Trait.DASHES_NEED_SPACE)
                  || at + 2 == sql.length()
                  || sql.charAt(at + 2) <= ' ');
      default -> false;
    };
  }

  private int endOfLine(int from) {
    int at = from;
    while (at < sql.length() && sql.charAt(at) != '\n' && !endsLine(sql.charAt(at))) {
      at++;
    }
    return at;
  }

  /** MySQL and Oracle end lines at line feeds only. */
  private boolean endsLine(char c) {
    return c == '\r' && dialect != SqlDialect.MYSQL && dialect != SqlDialect.ORACLE;
  }

  /** What a versioned comment holds is executed, so it is read as code. */
  private int endOfVersion(int from) {
    int at = from;
    while (SqlLiterals.isDigit(sql, at)) {
      at++;
    }
    return at;
  }

  private int endOfBlock(int from) {
    int depth = 1;
    int at = from;
    while (at < sql.length() - 1) {
      char c = sql.charAt(at);
      char next = sql.charAt(at + 1);
      if (c == '*' && next == '/') {
        depth--;
        at += 2;
        if (depth == 0) {
          return at;
        }
      } else if (c == '/' && next == '*') {
        if (dialect.has(Trait.WARY)) {
          return SqlLiterals.OPEN;
        }
        depth += dialect.has(Trait.NESTED_COMMENTS) ? 1 : 0;
        at += dialect.has(Trait.NESTED_COMMENTS) ? 2 : 1;
      } else {
        at++;
      }
    }
    return SqlLiterals.OPEN;
  }
}
