// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks.report;

import java.util.LinkedHashMap;
import java.util.Map;

/** A colour for each tracer, on light ground and on dark. */
final class Palette {

  private static final Map<String, String[]> COLORS = new LinkedHashMap<>();

  static {
    color("clew", "#c2255c", "#ff6b9d");
    color("clew-mapped", "#e64980", "#faa2c1");
    color("limit", "#868e96", "#909aa3");
    color("none", "#adb5bd", "#6c757d");
    color("interceptor", "#adb5bd", "#6c757d");
    color("opentelemetry", "#1971c2", "#4dabf7");
    color("opentelemetry-large", "#0b7285", "#22b8cf");
    color("brave", "#e8590c", "#ffa94d");
    color("xray", "#5f3dc4", "#b197fc");
    color("smallrye", "#2b8a3e", "#69db7c");
    color("p6spy", "#8d6e00", "#ffd43b");
    color("datasource-proxy", "#495057", "#ced4da");
  }

  private Palette() {}

  private static void color(String tracer, String light, String dark) {
    COLORS.put(tracer, new String[] {light, dark});
  }

  /** A style sheet for what {@link Chart} draws. */
  static String css() {
    StringBuilder css =
        new StringBuilder(
            """
            .chart text { font: 11px system-ui, sans-serif; fill: #495057; }
            .chart .title { font-weight: 600; font-size: 13px; fill: #212529; }
            .chart .grid { stroke: #dee2e6; }
            .chart .zero { stroke: #868e96; }
            .chart path, .chart .bar { fill: none; stroke-width: 1.8; }
            .chart .flat { stroke-dasharray: 5 4; }
            """);
    COLORS.forEach((tracer, colors) -> css.append(rule(tracer, colors[0])));
    css.append(
        """
        @media (prefers-color-scheme: dark) {
        .chart text { fill: #ced4da; }
        .chart .title { fill: #f1f3f5; }
        .chart .grid { stroke: #343a40; }
        .chart .zero { stroke: #868e96; }
        """);
    COLORS.forEach((tracer, colors) -> css.append(rule(tracer, colors[1])));
    return css.append("}\n").toString();
  }

  private static String rule(String tracer, String color) {
    return ".chart .%s { stroke: %s; } .chart circle.%s, .chart rect.%s { fill: %s; }%n"
        .formatted(tracer, color, tracer, tracer, color);
  }
}
