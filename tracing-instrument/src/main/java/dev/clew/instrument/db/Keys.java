// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.db;

import io.opentelemetry.api.common.AttributeKey;

/** The attributes of database spans, by semantic conventions 1.44, and Clew's own. */
final class Keys {

  static final AttributeKey<String> CLOUD_PROVIDER = AttributeKey.stringKey("cloud.provider");
  static final AttributeKey<String> CLOUD_REGION = AttributeKey.stringKey("cloud.region");
  static final AttributeKey<String> COLLECTION = AttributeKey.stringKey("db.collection.name");
  static final AttributeKey<String> NAMESPACE = AttributeKey.stringKey("db.namespace");
  static final AttributeKey<Long> BATCH_SIZE = AttributeKey.longKey("db.operation.batch.size");
  static final AttributeKey<String> OPERATION = AttributeKey.stringKey("db.operation.name");
  static final AttributeKey<String> SUMMARY = AttributeKey.stringKey("db.query.summary");
  static final AttributeKey<String> TEXT = AttributeKey.stringKey("db.query.text");
  static final AttributeKey<Long> RETURNED_ROWS = AttributeKey.longKey("db.response.returned_rows");
  static final AttributeKey<String> STATUS_CODE = AttributeKey.stringKey("db.response.status_code");
  static final AttributeKey<String> PROCEDURE = AttributeKey.stringKey("db.stored_procedure.name");
  static final AttributeKey<String> SYSTEM = AttributeKey.stringKey("db.system.name");
  static final AttributeKey<String> ERROR_TYPE = AttributeKey.stringKey("error.type");
  static final AttributeKey<String> SERVER_ADDRESS = AttributeKey.stringKey("server.address");
  static final AttributeKey<Long> SERVER_PORT = AttributeKey.longKey("server.port");

  static final AttributeKey<Boolean> N_PLUS_ONE =
      AttributeKey.booleanKey("clew.db.nplusone.detected");
  static final AttributeKey<Long> N_PLUS_ONE_COUNT = AttributeKey.longKey("clew.db.nplusone.count");
  static final AttributeKey<String> N_PLUS_ONE_QUERY =
      AttributeKey.stringKey("clew.db.nplusone.query");
  static final AttributeKey<Long> AFFECTED_ROWS = AttributeKey.longKey("clew.db.affected_rows");
  static final AttributeKey<Boolean> ABANDONED = AttributeKey.booleanKey("clew.db.abandoned");
  static final AttributeKey<String> OUTCOME = AttributeKey.stringKey("clew.db.transaction.outcome");
  static final AttributeKey<Double> FETCH = AttributeKey.doubleKey("clew.db.fetch_time");
  static final AttributeKey<Double> EXECUTION = AttributeKey.doubleKey("clew.db.execution_time");

  private Keys() {}
}
