// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.segment;

import static dev.clew.aws.segment.SegmentFields.putIfPresent;

import dev.clew.aws.otlp.OtlpSpan;
import java.util.LinkedHashMap;
import java.util.Map;

/** The {@code sql} of a document. */
final class SqlFields {

  private SqlFields() {}

  /** Empty where the span is of no database. */
  static Map<String, Object> of(OtlpSpan span) {
    Map<String, Object> attributes = span.attributes();
    Object system = attributes.get("db.system.name");
    Map<String, Object> sql = new LinkedHashMap<>();
    if (system != null && !AwsFields.isCall(span)) {
      sql.put("database_type", system);
      putIfPresent(sql, "sanitized_query", attributes.get("db.query.text"));
      Object host = attributes.get("server.address");
      Object port = attributes.get("server.port");
      Object name = attributes.getOrDefault("db.namespace", "");
      if (host != null) {
        sql.put("url", system + "://" + host + (port == null ? "" : ":" + port) + "/" + name);
      }
    }
    return sql;
  }
}
