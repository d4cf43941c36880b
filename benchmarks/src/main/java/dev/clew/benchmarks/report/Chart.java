// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks.report;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/** What tracing adds to one layer, against how many traces are recorded: a line a tracer. */
final class Chart {

  static final double WIDTH = 380;
  static final double HEIGHT = 250;

  private static final double LEFT = 58;
  private static final double RIGHT = 14;
  private static final double TOP = 30;
  private static final double BOTTOM = 38;
  private static final double CAP = 3;

  private final Svg svg = new Svg();
  private final List<Line> lines;
  private final List<String> rates;
  private final Measure measure;
  private final Scale scale;

  private Chart(Layer layer, Measure measure, Results results) {
    this.measure = measure;
    this.lines = Line.all(layer, measure, results);
    this.rates = Line.rates(lines);
    this.scale = scale(lines);
    axes(layer.title() + ", " + measure.unit() + (layer.plain() == null ? "" : " added"));
    lines.forEach(this::draw);
  }

  /** Nothing for a layer that was not measured at several rates. */
  static Optional<String> of(Layer layer, Measure measure, Results results) {
    return Line.rates(Line.all(layer, measure, results)).size() < 2
        ? Optional.empty()
        : Optional.of(new Chart(layer, measure, results).svg.toString());
  }

  private static Scale scale(List<Line> lines) {
    return Scale.of(
        values(lines).map(value -> value.mean() - value.half()).min().orElse(0),
        values(lines).map(value -> value.mean() + value.half()).max().orElse(0));
  }

  private static Values values(List<Line> lines) {
    return new Values(lines.stream().flatMap(line -> line.points().values().stream()).toList());
  }

  private record Values(List<Value> values) {
    DoubleStream map(ToDoubleFunction<Value> end) {
      return values.stream().mapToDouble(end).filter(Double::isFinite);
    }
  }

  private void axes(String title) {
    svg.text("title", 0, 14, "start", title);
    for (double tick : scale.ticks()) {
      svg.line(tick == 0 ? "zero" : "grid", LEFT, y(tick), WIDTH - RIGHT, y(tick));
      svg.text("tick", LEFT - 6, y(tick) + 4, "end", Texts.number(tick));
    }
    for (String rate : rates) {
      svg.text("tick", x(rate), HEIGHT - BOTTOM + 17, "middle", Key.percent(rate));
    }
    svg.text("tick", (LEFT + WIDTH - RIGHT) / 2, HEIGHT - 4, "middle", "of traces recorded");
  }

  private void draw(Line line) {
    if (line.isFlat()) {
      double level = y(line.points().get(Key.NO_RATE).mean());
      svg.line(line.tracer() + " flat", LEFT, level, WIDTH - RIGHT, level);
      return;
    }
    StringBuilder path = new StringBuilder();
    line.points()
        .forEach(
            (rate, value) -> {
              String command = path.isEmpty() ? "M" : "L";
              path.append(
                  String.format(Locale.ROOT, "%s%.1f %.1f", command, x(rate), y(value.mean())));
              point(line.tracer(), rate, value);
            });
    svg.path(line.tracer(), path.toString());
  }

  private void point(String tracer, String rate, Value value) {
    double x = x(rate);
    if (Double.isFinite(value.half())) {
      double high = y(value.mean() + value.half());
      double low = y(value.mean() - value.half());
      svg.line(tracer, x, high, x, low);
      svg.line(tracer, x - CAP, high, x + CAP, high);
      svg.line(tracer, x - CAP, low, x + CAP, low);
    }
    String title = tracer + ", " + Key.percent(rate) + ": " + Texts.value(value, measure.unit());
    svg.dot(tracer, x, y(value.mean()), title);
  }

  private double x(String rate) {
    double room = WIDTH - LEFT - RIGHT;
    return LEFT + room * (rates.indexOf(rate) + 0.5) / rates.size();
  }

  private double y(double value) {
    return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * scale.position(value);
  }
}
