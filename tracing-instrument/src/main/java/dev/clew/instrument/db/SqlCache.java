// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.db;

import dev.clew.instrument.InstrumentOptions.QueryText;
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
  private final QueryText text;
  private volatile Map<String, KnownStatement> newer = new ConcurrentHashMap<>();
  private volatile Map<String, KnownStatement> older = Map.of();

  SqlCache(SqlDialect dialect, QueryText text) {
    this.dialect = dialect;
    this.text = text;
  }

  KnownStatement get(String sql) {
    if (sql == null || sql.length() > MAX_TEXT) {
      return new KnownStatement(sql, dialect, text);
    }
    KnownStatement found = newer.get(sql);
    return found != null ? found : remember(sql);
  }

  private KnownStatement remember(String sql) {
    KnownStatement known = older.get(sql);
    KnownStatement statement = known != null ? known : new KnownStatement(sql, dialect, text);
    synchronized (this) {
      if (newer.size() >= HALF) {
        older = newer;
        newer = new ConcurrentHashMap<>();
      }
      newer.put(sql, statement);
    }
    return statement;
  }

  /** How many statements are remembered. */
  int size() {
    return newer.size() + older.size();
  }
}
