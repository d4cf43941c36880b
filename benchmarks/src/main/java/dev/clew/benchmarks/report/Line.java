// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One tracer in a chart.
 *
 * @param tracer its name
 * @param points what it adds at each rate, in the order of the rates
 */
record Line(String tracer, Map<String, Value> points) {

  private static final List<String> RATES = List.of("0", "0.001", "0.01", "0.1", "0.5", "1");

  /** Of all who were measured, but for whom the others are compared with. */
  static List<Line> all(Layer layer, Measure measure, Results results) {
    List<Line> lines = new ArrayList<>();
    for (Series series : layer.series()) {
      Map<String, Value> points = new LinkedHashMap<>();
      for (String rate : series.rates(RATES)) {
        results
            .added(new Key(layer, series.tracer(), rate), measure)
            .ifPresent(value -> points.put(rate, value));
      }
      if (!points.isEmpty() && !series.tracer().equals(layer.plain())) {
        lines.add(new Line(series.tracer(), points));
      }
    }
    return lines;
  }

  /** Those that were measured, from none to all. */
  static List<String> rates(List<Line> lines) {
    return RATES.stream()
        .filter(rate -> lines.stream().anyMatch(line -> line.points().containsKey(rate)))
        .toList();
  }

  /** Whether it does not sample. */
  boolean isFlat() {
    return points.containsKey(Key.NO_RATE);
  }
}
