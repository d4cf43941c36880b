// SPDX-License-Identifier: Apache-2.0
package dev.clew.analysis.map;

import dev.clew.analysis.Trace;
import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Who calls whom, in any number of traces.
 *
 * @param edges with what goes along them
 * @param nodes all places, also those that nothing leads to
 */
public record ServiceMap(SortedMap<Edge, Traffic> edges, SortedSet<Node> nodes) {

  /** Copies what could change. */
  public ServiceMap {
    edges = Collections.unmodifiableSortedMap(new TreeMap<>(edges));
    nodes = Collections.unmodifiableSortedSet(new TreeSet<>(nodes));
  }

  /** Of these traces. */
  public static ServiceMap of(Iterable<Trace> traces) {
    MapDrawing drawing = new MapDrawing();
    traces.forEach(drawing::add);
    return drawing.map();
  }

  /** Of the traces of both, of which none may be in both. */
  public ServiceMap plus(ServiceMap other) {
    SortedMap<Edge, Traffic> allEdges = new TreeMap<>(edges);
    other.edges.forEach((edge, traffic) -> allEdges.merge(edge, traffic, Traffic::plus));
    SortedSet<Node> allNodes = new TreeSet<>(nodes);
    allNodes.addAll(other.nodes);
    return new ServiceMap(allEdges, allNodes);
  }
}
