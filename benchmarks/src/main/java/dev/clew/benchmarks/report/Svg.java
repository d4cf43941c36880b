// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks.report;

import java.util.Locale;

/** Writes elements of SVG. */
final class Svg {

  private final StringBuilder out = new StringBuilder();

  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  Svg line(String style, double x1, double y1, double x2, double y2) {
    return add(
        "<line class=\"%s\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>",
        style, x1, y1, x2, y2);
  }

  /** Anchored at its {@code start}, {@code middle} or {@code end}. */
  Svg text(String style, double x, double y, String anchor, String text) {
    return add(
        "<text class=\"%s\" x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>",
        style, x, y, anchor, escape(text));
  }

  Svg path(String style, String data) {
    return add("<path class=\"%s\" d=\"%s\"/>", style, data);
  }

  /** With what a pointer is told that rests on it. */
  Svg dot(String style, double x, double y, String title) {
    return add(
        "<circle class=\"%s\" cx=\"%.1f\" cy=\"%.1f\" r=\"3\"><title>%s</title></circle>",
        style, x, y, escape(title));
  }

  Svg box(String style, double x, double y, double width, double height, String title) {
    return add(
        "<rect class=\"%s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\">"
            + "<title>%s</title></rect>",
        style, x, y, width, height, escape(title));
  }

  Svg add(String format, Object... arguments) {
    out.append(String.format(Locale.ROOT, format, arguments)).append('\n');
    return this;
  }

  /** A drawing of its own, as wide as there is room. */
  String whole(double width, double height, String style) {
    return String.format(
        Locale.ROOT,
        "<svg class=\"chart\" xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %.0f %.0f\""
            + " role=\"img\">%n%s%s</svg>%n",
        width,
        height,
        style,
        out);
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
