// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.db;

/**
 * What may be said of a statement. Immutable.
 *
 * @param text with every literal replaced by {@code ?}, without comments
 * @param summary what it does to what, for example {@code SELECT orders}; empty where not known
 * @param operation where it is a single one; else {@code null}
 * @param collection the table, where it is a single one; else {@code null}
 * @param procedure the stored procedure that it calls; else {@code null}
 * @param parameterized whether it holds a place for a parameter
 * @param summaryHash the same for the same summary, and hardly ever for another
 */
record SqlQuery(
    String text,
    String summary,
    String operation,
    String collection,
    String procedure,
    boolean parameterized,
    long summaryHash) {

  /** Stands for no text. */
  static final SqlQuery NONE = new SqlQuery("", "", null, null, null, false, 0);

  /** Reads a statement once, in time linear in its length. */
  static SqlQuery of(String sql, SqlDialect dialect) {
    return sql == null || sql.isEmpty() ? NONE : new SqlReader(sql, dialect).read();
  }
}
