// SPDX-License-Identifier: Apache-2.0
package dev.clew.console.tail;

import dev.clew.console.store.KeptSpan;
import dev.clew.console.store.Search;
import dev.clew.console.store.TraceSummary;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * One who listens: what came in and meets the search is gathered until it is told. One thread hands
 * in spans, another tells.
 */
final class Listener {

  /** How a listener is. */
  enum State {
    LISTENING,
    GONE,
    TOO_SLOW
  }

  /** How many traces are remembered, so that what comes of them later is told, too. */
  private static final int FOLLOWED = 1_000;

  /** How long what was sent may take to be written. */
  static final Duration PATIENCE = Duration.ofSeconds(10);

  /** After which silence one looks whether anybody is there. */
  static final Duration SILENCE = Duration.ofSeconds(15);

  private final Search search;
  private final Outlet outlet;
  private final Map<String, ArrivingTrace> followed = new LinkedHashMap<>();
  private final Set<String> untold = new LinkedHashSet<>();
  private long omitted;

  private CompletableFuture<?> writing = CompletableFuture.completedFuture(null);
  private long lastSent;

  /**
   * @param search its limit is how many traces are told of at once
   * @param now nanoseconds of any origin
   */
  Listener(Search search, Outlet outlet, long now) {
    this.search = search;
    this.outlet = outlet;
    this.lastSent = now;
  }

  /** Takes what came in of some traces. */
  synchronized void arrived(Map<String, List<KeptSpan>> traces) {
    traces.forEach(this::arrived);
  }

  private void arrived(String traceId, List<KeptSpan> spans) {
    ArrivingTrace trace = followed.get(traceId);
    if (trace == null) {
      if (spans.stream().noneMatch(search::matches)) {
        return;
      }
      if (untold.size() >= search.limit()) {
        omitted++;
        return;
      }
      trace = new ArrivingTrace(traceId);
      follow(traceId, trace);
    }
    spans.forEach(trace::add);
    untold.add(traceId);
  }

  private void follow(String traceId, ArrivingTrace trace) {
    if (followed.size() >= FOLLOWED) {
      Iterator<String> oldest = followed.keySet().iterator();
      omitted += untold.remove(oldest.next()) ? 1 : 0;
      oldest.remove();
    }
    followed.put(traceId, trace);
  }

  /**
   * Tells what there is to tell, unless what was told last is still on its way.
   *
   * @param now nanoseconds of the same origin
   */
  State tell(long now) {
    if (outlet.isClosed() || writing.isCompletedExceptionally()) {
      return State.GONE;
    }
    if (!writing.isDone()) {
      return now - lastSent > PATIENCE.toNanos() ? State.TOO_SLOW : State.LISTENING;
    }
    News news = news();
    if (!news.isNone()) {
      lastSent = now;
      writing = outlet.send(news).toCompletableFuture();
    } else if (now - lastSent > SILENCE.toNanos()) {
      lastSent = now;
      writing = outlet.probe().toCompletableFuture();
    }
    return State.LISTENING;
  }

  private synchronized News news() {
    List<TraceSummary> traces = new ArrayList<>();
    Iterator<String> ids = untold.iterator();
    while (ids.hasNext() && traces.size() < search.limit()) {
      traces.add(followed.get(ids.next()).summary());
      ids.remove();
    }
    News news = new News(traces, omitted);
    omitted = 0;
    return news;
  }

  void close() {
    outlet.close();
  }
}
