// SPDX-License-Identifier: Apache-2.0
package dev.clew.analysis.map;

/**
 * From whom to whom calls or messages go.
 *
 * @param from who calls or sends
 * @param to who is called or receives
 */
public record Edge(Node from, Node to) implements Comparable<Edge> {

  @Override
  public int compareTo(Edge other) {
    int order = from.compareTo(other.from);
    return order != 0 ? order : to.compareTo(other.to);
  }
}
