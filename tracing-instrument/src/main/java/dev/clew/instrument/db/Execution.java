// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.db;

import dev.clew.instrument.InstrumentOptions.QueryText;

/**
 * What is known of an execution when it starts.
 *
 * @param original the text as the application gave it; may be {@code null}
 */
record Execution(
    Database database, SqlQuery query, String original, boolean prepared, long batchSize) {

  private static final String BATCH = "BATCH";

  boolean isBatch() {
    return batchSize > 1;
  }

  /** The summary, or what else is known; always of few different values. */
  String spanName() {
    String summary = summary();
    return summary != null ? summary : database.system();
  }

  /** {@code null} where nothing is known. */
  String summary() {
    return query.summary().isEmpty() ? null : batched(query.summary());
  }

  /** {@code null} where nothing is known. */
  String operation() {
    String operation = query.operation();
    return operation == null ? null : batched(operation);
  }

  private String batched(String text) {
    return isBatch() ? BATCH + ' ' + text : text;
  }

  /** {@code null} where there is none. */
  String text(QueryText allowed) {
    if (allowed == QueryText.NONE || query == SqlQuery.NONE) {
      return null;
    }
    boolean asItIs = allowed == QueryText.AUTO && prepared && query.parameterized();
    return asItIs ? original : query.text();
  }
}
