// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.db;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What is known of the statements that were used last, for one dialect. Bounded in number and
 * length: when the newer half is full, the older half is forgotten, and what is used again moves
 * over. A hit is one look-up without a lock. Thread-safe.
 */
final class SqlCache {

  /** Longer ones are read each time. */
  static final int MAX_TEXT = 4096;

  private static final int HALF = 256;

  private final SqlDialect dialect;
  private volatile Map<String, SqlQuery> newer = new ConcurrentHashMap<>();
  private volatile Map<String, SqlQuery> older = Map.of();

  SqlCache(SqlDialect dialect) {
    this.dialect = dialect;
  }

  SqlQuery get(String sql) {
    if (sql == null || sql.length() > MAX_TEXT) {
      return SqlQuery.of(sql, dialect);
    }
    SqlQuery found = newer.get(sql);
    return found != null ? found : remember(sql);
  }

  private SqlQuery remember(String sql) {
    SqlQuery known = older.get(sql);
    SqlQuery query = known != null ? known : SqlQuery.of(sql, dialect);
    synchronized (this) {
      if (newer.size() >= HALF) {
        older = newer;
        newer = new ConcurrentHashMap<>();
      }
      newer.put(sql, query);
    }
    return query;
  }

  /** How many statements are remembered. */
  int size() {
    return newer.size() + older.size();
  }
}
