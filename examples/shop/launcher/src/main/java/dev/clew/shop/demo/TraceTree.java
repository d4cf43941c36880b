// SPDX-License-Identifier: Apache-2.0
package dev.clew.shop.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The spans of a trace in the order of its tree, each with the lines that lead to it. */
record TraceTree(List<Row> rows) {

  /**
   * @param branch what is drawn before the name
   */
  record Row(String branch, ServiceSpan span) {}

  static TraceTree of(Trace trace, Style style) {
    Map<String, List<ServiceSpan>> children =
        trace.spans().stream().collect(Collectors.groupingBy(ServiceSpan::parentId));
    List<Row> rows = new ArrayList<>();
    for (ServiceSpan top : trace.tops()) {
      rows.add(new Row("", top));
      grow(rows, top, "", children, style);
    }
    return new TraceTree(rows);
  }

  private static void grow(
      List<Row> rows,
      ServiceSpan parent,
      String rails,
      Map<String, List<ServiceSpan>> children,
      Style style) {
    List<ServiceSpan> here = children.getOrDefault(parent.id(), List.of());
    for (int i = 0; i < here.size(); i++) {
      boolean last = i == here.size() - 1;
      rows.add(new Row(rails + (last ? style.corner() : style.fork()), here.get(i)));
      grow(rows, here.get(i), rails + (last ? "  " : style.rail()), children, style);
    }
  }
}
