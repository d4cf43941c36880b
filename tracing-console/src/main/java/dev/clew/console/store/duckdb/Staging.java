// SPDX-License-Identifier: Apache-2.0
package dev.clew.console.store.duckdb;

import dev.clew.console.store.KeptSpan;
import dev.clew.console.store.LinkText;
import dev.clew.console.store.Origin;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/** The table of spans that are in no file yet. One thread writes. */
final class Staging {

  /** What is alike for all spans of one origin. */
  private record OriginColumns(String service, String attributes, byte[] resource, byte[] scope) {

    static OriginColumns of(Origin origin) {
      return new OriginColumns(
          origin.service(),
          AttributeText.of(origin.resource().getAttributesList()),
          origin.resource().toByteArray(),
          origin.scope().toByteArray());
    }
  }

  private final DuckDBConnection connection;
  private final String table;
  private Extent extent = Extent.NONE;

  private Staging(DuckDBConnection connection, String table) {
    this.connection = connection;
    this.table = table;
  }

  static Staging create(DuckDBConnection connection, String table) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE " + table + " (" + Sql.COLUMNS + ")");
    }
    return new Staging(connection, table);
  }

  String table() {
    return table;
  }

  Extent extent() {
    return extent;
  }

  /** Adds spans; readers see them when this returns. */
  void write(List<KeptSpan> spans) throws SQLException {
    Map<Origin, OriginColumns> origins = new IdentityHashMap<>();
    // One each time: an appender is for the thread that made it.
    try (DuckDBAppender appender = connection.createAppender("main", table)) {
      for (KeptSpan span : spans) {
        append(appender, span, origins.computeIfAbsent(span.origin(), OriginColumns::of));
      }
    }
  }

  private void append(DuckDBAppender appender, KeptSpan kept, OriginColumns origin)
      throws SQLException {
    long start = Math.max(0, kept.span().getStartTimeUnixNano());
    String parent = kept.parentSpanId();
    appender.beginRow();
    appender.append(kept.traceId());
    appender.append(kept.spanId());
    appender.append(parent.isEmpty() ? null : parent);
    appender.append(origin.service());
    appender.append(kept.span().getName());
    appender.append(word(kept.span().getKind().name(), "SPAN_KIND_"));
    appender.append(word(kept.span().getStatus().getCode().name(), "STATUS_CODE_"));
    appender.append(start);
    appender.append(kept.durationNanos());
    appender.append(AttributeText.of(kept.span().getAttributesList()));
    appender.append(origin.attributes());
    appender.append(LinkText.of(kept.span()));
    appender.append(kept.span().toByteArray());
    appender.append(origin.resource());
    appender.append(origin.scope());
    appender.endRow();
    extent = extent.with(start);
  }

  private static String word(String constant, String prefix) {
    return constant.replace(prefix, "").toLowerCase(Locale.ROOT);
  }
}
