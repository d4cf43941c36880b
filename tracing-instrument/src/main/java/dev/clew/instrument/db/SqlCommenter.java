// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.db;

import io.opentelemetry.api.trace.SpanContext;
import java.util.Locale;
import java.util.Set;

/**
 * Says in a comment behind a statement which span it belongs to, by the specification of
 * sqlcommenter, so that the database's own records lead to the trace. Only statements that work on
 * rows get one: others may be kept by the database with all their text. One that has a comment, or
 * what looks like one, stays as it is. Stateless.
 */
final class SqlCommenter {

  private static final Set<String> COMMENTED =
      Set.of("SELECT", "INSERT", "UPDATE", "DELETE", "MERGE", "REPLACE", "WITH", "VALUES");

  private SqlCommenter() {}

  /** The statement with a comment, or as it is where it should have none. */
  static String commented(String sql, SqlDialect dialect, SpanContext span) {
    if (sql == null || dialect == SqlDialect.OTHER || !mayHaveComment(sql)) {
      return sql;
    }
    int end = endOfStatement(sql);
    return sql.substring(0, end)
        + " /*traceparent='00-"
        + span.getTraceId()
        + '-'
        + span.getSpanId()
        + '-'
        + span.getTraceFlags().asHex()
        + "'*/"
        + sql.substring(end);
  }

  private static boolean mayHaveComment(String sql) {
    return !sql.contains("/*")
        && !sql.contains("--")
        && !sql.contains("//")
        && sql.indexOf('#') < 0
        && COMMENTED.contains(firstWord(sql));
  }

  private static String firstWord(String sql) {
    int start = 0;
    while (start < sql.length() && (sql.charAt(start) <= ' ' || sql.charAt(start) == '(')) {
      start++;
    }
    int end = start;
    while (end < sql.length() && Character.isLetter(sql.charAt(end))) {
      end++;
    }
    return sql.substring(start, end).toUpperCase(Locale.ROOT);
  }

  /** Before a semicolon: what stands behind one may be taken for a statement of its own. */
  private static int endOfStatement(String sql) {
    int end = sql.length();
    while (end > 0 && (sql.charAt(end - 1) <= ' ' || sql.charAt(end - 1) == ';')) {
      end--;
    }
    return end;
  }
}
