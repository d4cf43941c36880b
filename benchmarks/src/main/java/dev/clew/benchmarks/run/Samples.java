// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks.run;

import dev.clew.benchmarks.report.Figure;
import dev.clew.benchmarks.report.Key;
import dev.clew.benchmarks.report.Measure;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Collects what is measured, round after round. Not thread-safe. */
final class Samples {

  /** More digits than any figure here has. */
  private static final MathContext DIGITS = new MathContext(5);

  private final Map<Key, Map<Measure, List<Double>>> samples = new LinkedHashMap<>();

  void add(Key key, Measure measure, double sample) {
    double rounded = new BigDecimal(sample).round(DIGITS).doubleValue();
    samples
        .computeIfAbsent(key, first -> new TreeMap<>())
        .computeIfAbsent(measure, first -> new ArrayList<>())
        .add(rounded);
  }

  List<Figure> figures() {
    return samples.entrySet().stream()
        .map(
            entry ->
                new Figure(
                    entry.getKey().layer(),
                    entry.getKey().tracer(),
                    entry.getKey().rate(),
                    entry.getValue()))
        .toList();
  }
}
