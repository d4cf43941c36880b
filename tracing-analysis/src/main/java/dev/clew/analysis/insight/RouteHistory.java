// SPDX-License-Identifier: Apache-2.0
package dev.clew.analysis.insight;

import dev.clew.analysis.Trace;
import dev.clew.analysis.map.Latencies;
import dev.clew.analysis.path.Operation;
import java.util.Map;
import java.util.TreeMap;

/**
 * How long traces take, and their operations, by how the traces begin: the service and the name of
 * the root. Immutable; histories of different traces add up.
 */
public final class RouteHistory {

  private static final RouteHistory NONE = new RouteHistory(Map.of());

  private final Map<Operation, Route> routes;

  /**
   * Traces that begin in the same way.
   *
   * @param durations of their roots
   * @param selfTimes what operations spend themselves in a trace, where they occur
   */
  record Route(Latencies durations, Map<Operation, Latencies> selfTimes) {

    Route plus(Route other) {
      Map<Operation, Latencies> sum = new TreeMap<>(selfTimes);
      other.selfTimes.forEach((operation, times) -> sum.merge(operation, times, Latencies::plus));
      return new Route(durations.plus(other.durations), sum);
    }
  }

  private RouteHistory(Map<Operation, Route> routes) {
    this.routes = routes;
  }

  /** Of nothing. */
  public static RouteHistory none() {
    return NONE;
  }

  /** Of these traces. */
  public static RouteHistory of(Iterable<Trace> traces) {
    Map<Operation, Latencies.Counter> durations = new TreeMap<>();
    Map<Operation, Map<Operation, Latencies.Counter>> selfTimes = new TreeMap<>();
    for (Trace trace : traces) {
      Operation root = Operation.of(trace.span(0));
      durations.computeIfAbsent(root, key -> new Latencies.Counter()).add(trace.durationNanos(0));
      Map<Operation, Latencies.Counter> own =
          selfTimes.computeIfAbsent(root, key -> new TreeMap<>());
      Operation.selfTimes(trace)
          .forEach(
              (operation, nanos) ->
                  own.computeIfAbsent(operation, key -> new Latencies.Counter()).add(nanos));
    }
    Map<Operation, Route> routes = new TreeMap<>();
    durations.forEach(
        (root, counter) -> {
          Map<Operation, Latencies> times = new TreeMap<>();
          selfTimes.get(root).forEach((key, counted) -> times.put(key, counted.latencies()));
          routes.put(root, new Route(counter.latencies(), times));
        });
    return new RouteHistory(routes);
  }

  /** Of the traces of both, of which none may be in both. */
  public RouteHistory plus(RouteHistory other) {
    Map<Operation, Route> sum = new TreeMap<>(routes);
    other.routes.forEach((root, route) -> sum.merge(root, route, Route::plus));
    return new RouteHistory(sum);
  }

  /** Of traces that begin as this one does; {@code null} where there are none. */
  Route route(Trace trace) {
    return routes.get(Operation.of(trace.span(0)));
  }
}
