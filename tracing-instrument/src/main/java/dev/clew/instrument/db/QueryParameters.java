// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.db;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which parameters' values are recorded: those of columns, or of a procedure's parameters, that are
 * listed by name. Thread-safe.
 */
final class QueryParameters {

  private static final int MAX_KNOWN = 512;

  /** As it is listed, by its lower case. */
  private final Map<String, String> listed = new HashMap<>();

  private final Map<Statement, List<String>> known = new ConcurrentHashMap<>();

  private record Statement(SqlDialect dialect, String sql) {}

  QueryParameters(List<String> names) {
    for (String name : names) {
      listed.put(name.toLowerCase(Locale.ROOT), name);
    }
  }

  boolean areNone() {
    return listed.isEmpty();
  }

  /** The name as it is listed; {@code null} where it is not. */
  String listed(String name) {
    return name == null ? null : listed.get(name.toLowerCase(Locale.ROOT));
  }

  /** The columns of a statement's parameters, by position from 0, as far as they are known. */
  List<String> columns(String sql, SqlDialect dialect) {
    if (sql.length() > SqlCache.MAX_TEXT) {
      return SqlReader.columns(sql, dialect);
    }
    if (known.size() > MAX_KNOWN) {
      known.clear();
    }
    return known.computeIfAbsent(
        new Statement(dialect, sql), statement -> SqlReader.columns(sql, dialect));
  }
}
