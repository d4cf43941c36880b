// SPDX-License-Identifier: Apache-2.0
package dev.clew.console.store.duckdb;

import java.util.List;

/** Pieces of SQL. */
final class Sql {

  /** The columns of a table and of every file. */
  static final String COLUMNS =
      """
      trace_id VARCHAR, span_id VARCHAR, parent_span_id VARCHAR, service VARCHAR, name VARCHAR, \
      kind VARCHAR, status VARCHAR, start_ns BIGINT, duration_ns BIGINT, attributes VARCHAR, \
      resource VARCHAR, links VARCHAR, otlp_span BLOB, otlp_resource BLOB, otlp_scope BLOB""";

  private Sql() {}

  /** What files have, also where those of an earlier version lack a column: it is empty there. */
  static String files(List<DataFile> files) {
    List<String> paths = files.stream().map(file -> literal(file.path().toString())).toList();
    return "SELECT * FROM read_parquet(" + paths + ", union_by_name = true)";
  }

  static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
