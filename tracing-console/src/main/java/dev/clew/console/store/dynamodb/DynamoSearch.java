// SPDX-License-Identifier: Apache-2.0
package dev.clew.console.store.dynamodb;

import dev.clew.aws.dynamodb.PartQuery;
import dev.clew.aws.dynamodb.SpanTables;
import dev.clew.aws.dynamodb.TracePart;
import dev.clew.console.store.Search;
import dev.clew.console.store.StoreException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;

/**
 * One search: goes through the parts of traces in time order, of all services or of one, and looks
 * at the spans of those of which their summary does not tell enough. For one thread.
 */
final class DynamoSearch {

  /** What a search looks at, at most; docs/console.md names both. */
  private static final int MOST_PARTS = 20_000;

  private static final int MOST_TRACES = 1_000;
  private static final int MOST_SPANS = 50_000;

  /** How many parts one request looks at: few where each is one that is wanted. */
  private static final int FEWEST = 20;

  private static final int FILTERED = 500;

  private final SpanTables tables;
  private final Parallel parallel;
  private final Search search;
  private final Looks looks;
  private final List<String> found = new ArrayList<>();

  /**
   * Traces that were looked at: all of their spans, where the summary of one part was not enough.
   */
  private final Set<String> decided = new HashSet<>();

  DynamoSearch(SpanTables tables, Parallel parallel, Search search) {
    this(tables, parallel, search, new Looks(MOST_PARTS, MOST_TRACES, MOST_SPANS));
  }

  DynamoSearch(SpanTables tables, Parallel parallel, Search search, Looks looks) {
    this.looks = looks;
    this.tables = tables;
    this.parallel = parallel;
    this.search = search;
  }

  /** The ids of the latest traces that it finds. */
  List<String> find() throws StoreException {
    if (isOfNothing()) {
      return List.of();
    }
    Queue<LatestParts> services = services();
    List<TracePart> next = parallel.ask(() -> next(services));
    while (!next.isEmpty() && found.size() < search.limit() && looks.areLeftForTraces()) {
      List<Boolean> matching = parallel.ask(next, this::matches);
      for (int i = 0; i < next.size() && found.size() < search.limit(); i++) {
        if (matching.get(i)) {
          found.add(next.get(i).traceId());
        }
      }
      next = parallel.ask(() -> next(services));
    }
    return found;
  }

  private boolean isOfNothing() {
    return search.limit() <= 0
        || search.to() < Math.max(0, search.from())
        || "".equals(search.service());
  }

  private Queue<LatestParts> services() throws StoreException {
    List<String> names =
        search.service() == null
            ? parallel.ask(tables::services).stream().filter(search::isWanted).toList()
            : List.of(search.service());
    int share = Math.max(FEWEST, search.limit() / Math.max(1, names.size()));
    boolean isFiltered = search.operation() != null || search.minDuration() > 0;
    int atOnce = isFiltered ? Math.max(FILTERED, share) : share;
    Queue<LatestParts> services = new PriorityQueue<>();
    for (LatestParts parts :
        parallel.ask(names, name -> LatestParts.of(tables, query(name, atOnce), looks))) {
      if (parts.head() != null) {
        services.add(parts);
      }
    }
    return services;
  }

  private PartQuery query(String service, int atOnce) {
    return new PartQuery(
        service,
        Math.max(0, search.from()),
        search.to(),
        search.failed(),
        search.operation(),
        search.minDuration(),
        atOnce);
  }

  /** As many as are still wanted, one of each trace. */
  private List<TracePart> next(Queue<LatestParts> services) {
    List<TracePart> next = new ArrayList<>();
    int wanted = Math.max(FEWEST, search.limit() - found.size());
    while (next.size() < wanted && !services.isEmpty()) {
      LatestParts latest = services.remove();
      TracePart part = latest.head();
      if (decided.add(part.traceId())) {
        next.add(part);
      }
      latest.advance();
      if (latest.head() != null) {
        services.add(latest);
      }
    }
    return next;
  }

  private boolean matches(TracePart part) {
    return isSure(part) || looks.areLeftForTraces() && hasSpan(part);
  }

  /** Whether the summary alone tells that one of its spans meets all that is asked for. */
  private boolean isSure(TracePart part) {
    boolean isWithin = part.first().start() >= search.from() && part.end() <= search.to();
    boolean isBothAsked = search.failed() && search.minDuration() > 0;
    return isWithin
        && !isBothAsked
        && search.operation() == null
        && search.maxDuration() == Long.MAX_VALUE
        && search.attributes().isEmpty()
        && search.link() == null;
  }

  private boolean hasSpan(TracePart part) {
    boolean[] has = {false};
    looks.trace();
    tables.spans(
        part.traceId(),
        request -> {
          looks.span();
          has[0] = search.matches(StoredSpan.of(request));
          return !has[0] && looks.areLeftForSpans();
        });
    return has[0];
  }
}
