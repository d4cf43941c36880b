// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks.report;

import java.util.List;

/** Which colour is whose. */
final class Legend {

  /** How wide a mark is. */
  static final double MARK = 16;

  private static final double ROW = 18;
  private static final double LETTER = 6.6;
  private static final double GAP = 6;

  private final Svg svg = new Svg();
  private double height = ROW;

  private Legend(List<String> tracers, double width) {
    double x = 0;
    for (String tracer : tracers) {
      double needed = MARK + GAP + tracer.length() * LETTER + 2 * GAP;
      if (x > 0 && x + needed > width) {
        x = 0;
        height += ROW;
      }
      mark(svg, tracer, x, height - 6);
      svg.text("legend", x + MARK + GAP, height - 2, "start", tracer);
      x += needed;
    }
  }

  /** In rows as wide as that, of all who were measured. */
  static Legend of(Results results, double width) {
    return new Legend(tracers(results), width);
  }

  /** All who were measured anywhere. */
  static List<String> tracers(Results results) {
    return results.figures().stream().map(Figure::tracer).distinct().toList();
  }

  /** As the charts draw it. */
  static Svg mark(Svg svg, String tracer, double x, double y) {
    return svg.line(tracer, x, y, x + MARK, y).dot(tracer, x + MARK / 2, y, tracer);
  }

  double height() {
    return height + GAP;
  }

  @Override
  public String toString() {
    return svg.toString();
  }
}
