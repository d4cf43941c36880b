// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What every tracer adds at every rate, a row for each. */
final class Overheads {

  static final List<String> HEADINGS =
      List.of("layer", "tracer", "recorded", "time", "processor time", "bytes", "dropped");

  private Overheads() {}

  static List<List<String>> rows(Results results) {
    List<List<String>> rows = new ArrayList<>();
    results.figures().stream()
        .map(Figure::key)
        .sorted(
            Comparator.comparing(Key::layer)
                .thenComparing(key -> order(key))
                .thenComparing(key -> key.rate().isEmpty() ? 0 : Double.parseDouble(key.rate())))
        .forEach(key -> rows.add(row(key, results)));
    return rows;
  }

  private static int order(Key key) {
    List<String> tracers = key.layer().series().stream().map(Series::tracer).toList();
    return tracers.indexOf(key.tracer());
  }

  private static List<String> row(Key key, Results results) {
    boolean base = key.tracer().equals(key.layer().plain());
    String sign = base || key.layer().plain() == null ? "" : "+";
    return List.of(
        key.layer().title(),
        key.tracer(),
        key.rate().isEmpty() ? "" : Key.percent(key.rate()),
        cell(key, Measure.TIME, sign, results),
        cell(key, Measure.CPU, sign, results),
        cell(key, Measure.BYTES, sign, results),
        dropped(key, results));
  }

  private static String cell(Key key, Measure measure, String sign, Results results) {
    return results
        .added(key, measure)
        .map(value -> (value.mean() > 0 ? sign : "") + Texts.value(value, measure.unit()))
        .orElse("");
  }

  private static String dropped(Key key, Results results) {
    return results
        .find(key, Measure.LOST)
        .map(Value::mean)
        .or(() -> Losses.of(key, results))
        .map(lost -> Texts.number(lost) + " %")
        .orElse("");
  }
}
