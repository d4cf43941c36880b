// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The charts of all layers in one SVG file that needs nothing else. */
final class Picture {

  private static final int COLUMNS = 2;
  private static final double GAP = 28;

  private Picture() {}

  static String of(Results results) {
    List<String> charts = new ArrayList<>();
    for (Layer layer : Layer.values()) {
      Chart.of(layer, Measure.TIME, results).ifPresent(charts::add);
    }
    double width = COLUMNS * Chart.WIDTH + (COLUMNS - 1) * GAP;
    Legend legend = Legend.of(results, width);
    Svg svg = new Svg().add("%s", legend);
    for (int i = 0; i < charts.size(); i++) {
      double x = i % COLUMNS * (Chart.WIDTH + GAP);
      double y = legend.height() + i / COLUMNS * (Chart.HEIGHT + GAP);
      svg.add("%s%s</g>", translation(x, y), charts.get(i));
    }
    int rows = (charts.size() + COLUMNS - 1) / COLUMNS;
    return svg.whole(
        width,
        legend.height() + rows * (Chart.HEIGHT + GAP),
        "<style>" + Palette.css() + "</style>");
  }

  private static String translation(double x, double y) {
    return String.format(Locale.ROOT, "<g transform=\"translate(%.0f %.0f)\">%n", x, y);
  }
}
