// SPDX-License-Identifier: Apache-2.0
package dev.clew.console.query;

import dev.clew.analysis.map.ServiceMap;
import dev.clew.console.store.KeptSpan;
import dev.clew.console.store.Search;
import dev.clew.console.store.SpanReader;
import dev.clew.console.store.StoreException;
import dev.clew.console.store.TraceSummary;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/** What both APIs ask the store. */
@ApplicationScoped
public class TraceQueries {

  /** Of how many traces a map is drawn at most, and how many of them are read at once. */
  private static final int TRACES_OF_MAP = 1_000;

  private static final int AT_ONCE = 50;

  @Inject SpanReader reader;

  List<KeptSpan> trace(String traceId) throws StoreException {
    return reader.spans(List.of(traceId));
  }

  /** The map of the latest traces of a time, nanoseconds since 1970. */
  ServiceMap map(long from, long to) throws StoreException {
    List<String> found = ids(reader.search(Search.all(TRACES_OF_MAP).between(from, to)));
    ServiceMap map = ServiceMap.of(List.of());
    for (int first = 0; first < found.size(); first += AT_ONCE) {
      List<String> some = found.subList(first, Math.min(found.size(), first + AT_ONCE));
      map = map.plus(ServiceMap.of(AnalysisSpans.traces(reader.spans(some))));
    }
    return map;
  }

  /** All spans of what a search finds, trace by trace in its order. */
  List<List<KeptSpan>> traces(Search search) throws StoreException {
    List<List<KeptSpan>> traces = new ArrayList<>();
    for (String id : ids(reader.search(search))) {
      traces.add(trace(id));
    }
    return traces;
  }

  private static List<String> ids(List<TraceSummary> traces) {
    return traces.stream().map(TraceSummary::traceId).toList();
  }
}
