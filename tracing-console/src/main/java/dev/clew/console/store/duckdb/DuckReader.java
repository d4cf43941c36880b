// SPDX-License-Identifier: Apache-2.0
package dev.clew.console.store.duckdb;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.clew.console.store.KeptSpan;
import dev.clew.console.store.Operation;
import dev.clew.console.store.Search;
import dev.clew.console.store.SpanReader;
import dev.clew.console.store.StoreException;
import dev.clew.console.store.TraceSummary;
import dev.clew.jdbc.TracedDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;

/** Reads files and the table of what is in none yet, each time from one state of both. */
final class DuckReader implements SpanReader {

  private static final int TIMEOUT_SECONDS = 30;

  /** Makes something of one row. */
  @FunctionalInterface
  private interface Row<T> {
    T of(ResultSet row) throws SQLException;
  }

  /** Takes one row. */
  @FunctionalInterface
  private interface Action {
    void on(ResultSet row) throws SQLException, InvalidProtocolBufferException;
  }

  private final DataSource connections;
  private final Snapshots snapshots;
  private final long firstRows;

  /**
   * @param firstRows how many spans a search looks at first
   */
  DuckReader(Database database, Snapshots snapshots, long firstRows) {
    this.connections = TracedDataSource.of(new Connections(database));
    this.snapshots = snapshots;
    this.firstRows = firstRows;
  }

  @Override
  public List<KeptSpan> spans(Collection<String> traceIds) throws StoreException {
    if (traceIds.isEmpty()) {
      return List.of();
    }
    Query query = new Query("SELECT otlp_span, otlp_resource, otlp_scope");
    query.from(0, Long.MAX_VALUE).where().traces(traceIds);
    FoundSpans found = new FoundSpans();
    try (Snapshots.Lease lease = snapshots.lease()) {
      each(
          query,
          lease.catalogue(),
          row -> found.add(row.getBytes(1), row.getBytes(2), row.getBytes(3)));
    }
    return found.spans();
  }

  @Override
  public List<TraceSummary> search(Search search) throws StoreException {
    try (Snapshots.Lease lease = snapshots.lease()) {
      List<String> found = find(search, lease.catalogue());
      return found.isEmpty()
          ? List.of()
          : read(Query.summaries(found), lease.catalogue(), DuckReader::summary);
    }
  }

  /** What a later window has found may be found again, so as many more are asked for. */
  private List<String> find(Search search, Catalogue catalogue) throws StoreException {
    Set<String> found = new LinkedHashSet<>();
    for (Window window : Window.of(catalogue.files(), search.from(), search.to(), firstRows)) {
      Query query = Query.search(search, window, search.limit() + found.size());
      found.addAll(read(query, catalogue, row -> row.getString(1)));
      if (found.size() >= search.limit()) {
        break;
      }
    }
    return found.stream().limit(search.limit()).toList();
  }

  private static TraceSummary summary(ResultSet row) throws SQLException {
    List<String> services = new ArrayList<>();
    for (Object service : (Object[]) row.getArray(8).getArray()) {
      services.add((String) service);
    }
    services.sort(null);
    return new TraceSummary(
        row.getString(1),
        row.getString(2),
        row.getString(3),
        row.getLong(4),
        row.getLong(5),
        row.getInt(6),
        row.getInt(7),
        services);
  }

  @Override
  public List<String> services() throws StoreException {
    Query query = new Query("SELECT DISTINCT service").from(0, Long.MAX_VALUE);
    return read(query.then("ORDER BY service"), row -> row.getString(1));
  }

  @Override
  public List<Operation> operations(String service) throws StoreException {
    Query query = new Query("SELECT DISTINCT name, kind").from(0, Long.MAX_VALUE);
    query.where().and("service = ?", service).then("ORDER BY name, kind");
    return read(query, row -> new Operation(row.getString(1), row.getString(2)));
  }

  private <T> List<T> read(Query query, Row<T> toResult) throws StoreException {
    try (Snapshots.Lease lease = snapshots.lease()) {
      return read(query, lease.catalogue(), toResult);
    }
  }

  private <T> List<T> read(Query query, Catalogue catalogue, Row<T> toResult)
      throws StoreException {
    List<T> results = new ArrayList<>();
    each(query, catalogue, row -> results.add(toResult.of(row)));
    return results;
  }

  private void each(Query query, Catalogue catalogue, Action action) throws StoreException {
    try (Connection connection = connections.getConnection();
        PreparedStatement statement = query.prepare(connection, catalogue)) {
      statement.setQueryTimeout(TIMEOUT_SECONDS);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          action.on(rows);
        }
      }
    } catch (SQLException | InvalidProtocolBufferException failed) {
      throw new StoreException("the store could not be read", failed);
    }
  }
}
