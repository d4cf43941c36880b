// SPDX-License-Identifier: Apache-2.0
package dev.clew.console.store.dynamodb;

import dev.clew.aws.dynamodb.SpanTables;
import dev.clew.console.store.KeptSpan;
import dev.clew.console.store.Operation;
import dev.clew.console.store.Origin;
import dev.clew.console.store.Search;
import dev.clew.console.store.SpanReader;
import dev.clew.console.store.StoreException;
import dev.clew.console.store.TraceSummary;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** Reads the tables, several traces at once. */
final class DynamoReader implements SpanReader {

  private final SpanTables tables;
  private final Parallel parallel;

  DynamoReader(SpanTables tables, Parallel parallel) {
    this.tables = tables;
    this.parallel = parallel;
  }

  @Override
  public List<KeptSpan> spans(Collection<String> traceIds) throws StoreException {
    List<KeptSpan> spans = new ArrayList<>();
    parallel.ask(new LinkedHashSet<>(traceIds), this::trace).forEach(spans::addAll);
    return spans;
  }

  /** Every span brings its origin along: those of one share it. */
  private List<KeptSpan> trace(String traceId) {
    Map<Origin, Origin> origins = new HashMap<>();
    List<KeptSpan> spans = new ArrayList<>();
    tables.spans(
        traceId,
        request -> {
          KeptSpan span = StoredSpan.of(request);
          Origin origin = origins.computeIfAbsent(span.origin(), same -> same);
          return spans.add(new KeptSpan(origin, span.span()));
        });
    return spans;
  }

  /** What was in the index may have expired meanwhile. */
  @Override
  public List<TraceSummary> search(Search search) throws StoreException {
    List<String> found = new DynamoSearch(tables, parallel, search).find();
    return parallel.ask(found, tables::parts).stream()
        .filter(parts -> !parts.isEmpty())
        .map(Summaries::of)
        .sorted(Summaries.LATEST)
        .toList();
  }

  @Override
  public List<String> services() throws StoreException {
    return parallel.ask(tables::services).stream().sorted().toList();
  }

  @Override
  public List<Operation> operations(String service) throws StoreException {
    return parallel.ask(() -> tables.operations(service)).stream()
        .map(operation -> new Operation(operation.name(), operation.kind()))
        .sorted(Comparator.comparing(Operation::name).thenComparing(Operation::kind))
        .toList();
  }
}
