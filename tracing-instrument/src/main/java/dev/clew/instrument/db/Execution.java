// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.db;

import dev.clew.instrument.InstrumentOptions.QueryText;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;

/**
 * What is known of an execution before it starts; executions that are alike share one. Immutable.
 *
 * @param spanName the summary, or what else is known; always of few different values
 * @param summary {@code null} where nothing is known
 * @param repeated what repetitions are counted by
 * @param attributes what its span says before the database has answered
 */
record Execution(
    Database database,
    boolean prepared,
    String spanName,
    String summary,
    long repeated,
    Attributes attributes) {

  private static final String BATCH = "BATCH ";
  private static final long BATCH_KEY = 0x632be59bd9b4e019L;

  /**
   * One of a statement.
   *
   * @param text what may be said of its text
   * @param original the text as the application gave it; may be {@code null}
   * @param batchSize how many are executed at once
   */
  static Execution of(
      SqlQuery query,
      QueryText text,
      Database database,
      String original,
      boolean prepared,
      long batchSize) {
    boolean batch = batchSize > 1;
    String summary = query.summary().isEmpty() ? null : name(batch, query.summary());
    AttributesBuilder attributes =
        attributes(database)
            .put(Keys.SUMMARY, summary)
            .put(Keys.OPERATION, name(batch, query.operation()))
            .put(Keys.COLLECTION, query.collection())
            .put(Keys.PROCEDURE, query.procedure())
            .put(Keys.TEXT, text(query, text, original, prepared));
    if (batch) {
      attributes.put(Keys.BATCH_SIZE, (Long) batchSize);
    }
    return new Execution(
        database,
        prepared,
        summary != null ? summary : database.system(),
        summary,
        query.summaryHash() ^ (batch ? BATCH_KEY : 0),
        attributes.build());
  }

  /** What is said of a database; what is {@code null} is left out. */
  static AttributesBuilder attributes(Database database) {
    Long port = database.port() > 0 ? (long) database.port() : null;
    return Attributes.builder()
        .put(Keys.SYSTEM, database.system())
        .put(Keys.NAMESPACE, database.namespace())
        .put(Keys.SERVER_ADDRESS, database.address())
        .put(Keys.SERVER_PORT, port)
        .put(Keys.CLOUD_PROVIDER, database.cloudProvider())
        .put(Keys.CLOUD_REGION, database.cloudRegion());
  }

  private static String name(boolean batch, String text) {
    return batch && text != null ? BATCH + text : text;
  }

  /** {@code null} where there is none. */
  private static String text(SqlQuery query, QueryText allowed, String original, boolean prepared) {
    if (allowed == QueryText.NONE || query == SqlQuery.NONE) {
      return null;
    }
    boolean asItIs = allowed == QueryText.AUTO && prepared && query.parameterized();
    return asItIs ? original : query.text();
  }

  boolean isOf(Database other, boolean otherPrepared) {
    return prepared == otherPrepared && (database == other || database.equals(other));
  }
}
