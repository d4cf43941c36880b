// SPDX-License-Identifier: Apache-2.0
package dev.clew.console.query;

import dev.clew.analysis.Trace;
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
import java.util.function.Consumer;

/** What both APIs ask the store. */
@ApplicationScoped
public class TraceQueries {

  /** Of how many traces a map is drawn at most, and how many of them are read at once. */
  private static final int TRACES_OF_MAP = 1_000;

  private static final int AT_ONCE = 50;

  /** Of how many traces all spans are looked at, and how many spans: they are held in memory. */
  static final int MOST_TRACES = 500;

  private static final int MOST_SPANS = 50_000;

  /**
   * Some traces of those that a search found.
   *
   * @param isCut whether there are more, for which there was no room
   */
  record Sample(List<Trace> traces, boolean isCut) {}

  /**
   * Who calls whom.
   *
   * @param traces of how many traces
   * @param isCut whether there may be more, which were not looked at
   * @param nanos between the starts of the first and of the last
   */
  record MapOfTraces(ServiceMap map, int traces, boolean isCut, long nanos) {}

  @Inject SpanReader reader;

  List<KeptSpan> trace(String traceId) throws StoreException {
    return reader.spans(List.of(traceId));
  }

  /** A trace as the analysis sees it; {@code null} where there is none. */
  Trace assembled(String traceId) throws StoreException {
    List<Trace> traces = AnalysisSpans.traces(trace(traceId));
    return traces.isEmpty() ? null : traces.get(0);
  }

  /** The map of the latest traces of a time, nanoseconds since 1970. */
  MapOfTraces map(long from, long to) throws StoreException {
    List<TraceSummary> found = reader.search(Search.all(TRACES_OF_MAP).between(from, to));
    List<String> ids = ids(found);
    ServiceMap map = ServiceMap.of(List.of());
    for (int first = 0; first < ids.size(); first += AT_ONCE) {
      map = map.plus(ServiceMap.of(AnalysisSpans.traces(read(ids, first))));
    }
    long start = found.stream().mapToLong(TraceSummary::startNanos).min().orElse(0);
    long end = found.stream().mapToLong(TraceSummary::startNanos).max().orElse(0);
    return new MapOfTraces(map, found.size(), found.size() >= TRACES_OF_MAP, end - start);
  }

  /** The latest of the traces that a search finds. */
  Sample sample(Search search) throws StoreException {
    List<Trace> traces = new ArrayList<>();
    boolean cut = each(search, spans -> traces.addAll(AnalysisSpans.traces(spans)));
    return new Sample(traces, cut);
  }

  /**
   * Hands out all spans of the latest of the traces that a search finds, some traces at a time.
   *
   * @return whether there are more traces, which were left out
   */
  boolean each(Search search, Consumer<List<KeptSpan>> action) throws StoreException {
    List<TraceSummary> found = reader.search(search);
    int fitting = 0;
    for (int spans = 0; fitting < found.size(); fitting++) {
      spans += found.get(fitting).spans();
      if (spans > MOST_SPANS) {
        break;
      }
    }
    List<String> ids = ids(found.subList(0, fitting));
    for (int first = 0; first < fitting; first += AT_ONCE) {
      action.accept(read(ids, first));
    }
    return fitting < found.size();
  }

  private List<KeptSpan> read(List<String> ids, int first) throws StoreException {
    return reader.spans(ids.subList(first, Math.min(ids.size(), first + AT_ONCE)));
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
