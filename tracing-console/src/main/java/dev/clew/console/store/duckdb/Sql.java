// SPDX-License-Identifier: Apache-2.0
package dev.clew.console.store.duckdb;

/** Pieces of SQL. */
final class Sql {

  /** The columns of a table and of every file. */
  static final String COLUMNS =
      """
      trace_id VARCHAR, span_id VARCHAR, parent_span_id VARCHAR, service VARCHAR, name VARCHAR, \
      kind VARCHAR, status VARCHAR, start_ns BIGINT, duration_ns BIGINT, attributes VARCHAR, \
      resource VARCHAR, otlp_span BLOB, otlp_resource BLOB, otlp_scope BLOB""";

  private Sql() {}

  static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
