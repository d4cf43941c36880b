// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks.report;

import java.util.List;

/** Which colour is whose. */
final class Legend {

  private static final double ROW = 18;
  private static final double LETTER = 6.6;
  private static final double MARK = 22;

  private final Svg svg = new Svg();
  private double height = ROW;

  private Legend(List<String> tracers, double width) {
    double x = 0;
    for (String tracer : tracers) {
      double needed = MARK + tracer.length() * LETTER + 12;
      if (x > 0 && x + needed > width) {
        x = 0;
        height += ROW;
      }
      svg.line(tracer, x, height - 6, x + MARK - 6, height - 6);
      svg.dot(tracer, x + (MARK - 6) / 2, height - 6, tracer);
      svg.text("legend", x + MARK, height - 2, "start", tracer);
      x += needed;
    }
  }

  /** Of all who were measured anywhere. */
  static Legend of(Results results, double width) {
    List<String> measured = results.figures().stream().map(Figure::tracer).distinct().toList();
    return new Legend(measured, width);
  }

  double height() {
    return height + 6;
  }

  @Override
  public String toString() {
    return svg.toString();
  }
}
