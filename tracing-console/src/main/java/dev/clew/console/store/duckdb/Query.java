// SPDX-License-Identifier: Apache-2.0
package dev.clew.console.store.duckdb;

import dev.clew.console.store.Search;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/** A statement as it is put together: nothing that comes from outside is part of its text. */
final class Query {

  private final String select;
  private final StringBuilder rest = new StringBuilder();
  private final List<Object> values = new ArrayList<>();
  private long from;
  private long to = Long.MAX_VALUE;

  Query(String select) {
    this.select = select;
  }

  /**
   * Ids of traces of which a span meets all that is asked for, the latest first.
   *
   * @param window in which that span starts
   * @param limit how many
   */
  static Query search(Search search, Window window, int limit) {
    Query query = new Query("SELECT trace_id").from(window.from(), window.to()).where();
    query.and("start_ns >= ?", window.from()).and("start_ns <= ?", window.to());
    if (search.service() != null) {
      query.and("service = ?", search.service());
    } else {
      query.and("service <> ?", Search.OWN_SERVICE);
    }
    if (search.operation() != null) {
      query.and("name = ?", search.operation());
    }
    if (search.minDuration() > 0) {
      query.and("duration_ns >= ?", search.minDuration());
    }
    if (search.maxDuration() < Long.MAX_VALUE) {
      query.and("duration_ns <= ?", search.maxDuration());
    }
    if (search.failed()) {
      query.and("status = ?", "error");
    }
    search.attributes().forEach(query::andAttribute);
    if (search.link() != null) {
      query.and("contains(links, ?)", search.link());
    }
    return query.then("GROUP BY trace_id ORDER BY max(start_ns) DESC, trace_id LIMIT " + limit);
  }

  /** What a list shows of traces, the latest first. */
  static Query summaries(Collection<String> traceIds) {
    Query query =
        new Query(
            """
            SELECT trace_id,
              first(service ORDER BY parent_span_id IS NOT NULL, start_ns),
              first(name ORDER BY parent_span_id IS NOT NULL, start_ns),
              min(start_ns), max(start_ns + duration_ns) - min(start_ns),
              count(DISTINCT span_id), count(DISTINCT span_id) FILTER (status = 'error'),
              list(DISTINCT service)
            """);
    query.from(0, Long.MAX_VALUE).where().traces(traceIds);
    return query.then("GROUP BY trace_id ORDER BY max(start_ns) DESC, trace_id");
  }

  /** Leaves out files without spans that start in a time, nanoseconds since 1970. */
  Query from(long earliest, long latest) {
    from = earliest;
    to = latest;
    return this;
  }

  Query where() {
    return then("WHERE true");
  }

  Query and(String condition, Object... given) {
    Collections.addAll(values, given);
    return then("AND " + condition);
  }

  Query traces(Collection<String> traceIds) {
    String each = String.join(", ", Collections.nCopies(traceIds.size(), "?"));
    return and("trace_id IN (" + each + ")", traceIds.toArray());
  }

  private void andAttribute(String key, String value) {
    String piece = AttributeText.piece(key, value);
    and("(contains(attributes, ?) OR contains(resource, ?))", piece, piece);
  }

  Query then(String more) {
    rest.append(' ').append(more);
    return this;
  }

  PreparedStatement prepare(Connection connection, Catalogue catalogue) throws SQLException {
    PreparedStatement statement =
        connection.prepareStatement(select + " FROM " + catalogue.sql(from, to) + rest);
    for (int i = 0; i < values.size(); i++) {
      statement.setObject(i + 1, values.get(i));
    }
    return statement;
  }
}
