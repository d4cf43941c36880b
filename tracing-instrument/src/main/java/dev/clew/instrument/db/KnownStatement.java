// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.db;

import dev.clew.instrument.InstrumentOptions.QueryText;
import java.util.Arrays;

/** A statement whose text has been read, and its executions on a few databases. Thread-safe. */
final class KnownStatement {

  private static final int MAX_EXECUTIONS = 8;
  private static final Execution[] NONE = {};

  private final String sql;
  private final SqlQuery query;
  private final QueryText text;

  /** Its elements never change; of several threads that add one, the last wins. */
  private volatile Execution[] executions = NONE;

  KnownStatement(String sql, SqlDialect dialect, QueryText text) {
    this.sql = sql;
    this.query = SqlQuery.of(sql, dialect);
    this.text = text;
  }

  SqlQuery query() {
    return query;
  }

  /** The same for the same, but for batches. */
  Execution execution(Database database, boolean prepared, long batchSize) {
    if (batchSize > 1) {
      return Execution.of(query, text, database, sql, prepared, batchSize);
    }
    Execution[] known = executions;
    for (Execution execution : known) {
      if (execution.isOf(database, prepared)) {
        return execution;
      }
    }
    return add(known, Execution.of(query, text, database, sql, prepared, 1));
  }

  private Execution add(Execution[] known, Execution execution) {
    Execution[] kept = known.length < MAX_EXECUTIONS ? known : NONE;
    Execution[] more = Arrays.copyOf(kept, kept.length + 1);
    more[kept.length] = execution;
    executions = more;
    return execution;
  }
}
