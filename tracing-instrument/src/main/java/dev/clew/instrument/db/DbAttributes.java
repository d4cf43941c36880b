// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.db;

import dev.clew.instrument.InstrumentOptions.QueryText;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanBuilder;

/** What a span says before the database has answered. Immutable. */
final class DbAttributes {

  private final QueryText text;

  DbAttributes(QueryText text) {
    this.text = text;
  }

  /** For samplers that look at attributes. */
  void describe(Execution execution, SpanBuilder builder) {
    describe(
        execution,
        new Sink() {
          @Override
          public <T> void set(AttributeKey<T> key, T value) {
            builder.setAttribute(key, value);
          }
        });
  }

  void describe(Execution execution, DbSpan span) {
    describe(execution, (Sink) span);
  }

  private void describe(Execution execution, Sink sink) {
    SqlQuery query = execution.query();
    describe(execution.database(), sink);
    sink.setIfKnown(Keys.SUMMARY, execution.summary());
    sink.setIfKnown(Keys.OPERATION, execution.operation());
    sink.setIfKnown(Keys.COLLECTION, query.collection());
    sink.setIfKnown(Keys.PROCEDURE, query.procedure());
    sink.setIfKnown(Keys.TEXT, execution.text(text));
    if (execution.isBatch()) {
      sink.set(Keys.BATCH_SIZE, execution.batchSize());
    }
  }

  static void describe(Database database, Sink sink) {
    sink.set(Keys.SYSTEM, database.system());
    sink.setIfKnown(Keys.NAMESPACE, database.namespace());
    sink.setIfKnown(Keys.SERVER_ADDRESS, database.address());
    if (database.port() > 0) {
      sink.set(Keys.SERVER_PORT, (long) database.port());
    }
    sink.setIfKnown(Keys.CLOUD_PROVIDER, database.cloudProvider());
    sink.setIfKnown(Keys.CLOUD_REGION, database.cloudRegion());
  }

  /** A span, before or after it has started. */
  interface Sink {

    <T> void set(AttributeKey<T> key, T value);

    default <T> void setIfKnown(AttributeKey<T> key, T value) {
      if (value != null) {
        set(key, value);
      }
    }
  }
}
