// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks.server;

import java.util.Locale;
import java.util.Map;

/** The figures as text, for a terminal of 110 columns. */
final class Report {

  private static final String ROW = "%-26s %9s %9s %17s %8s %8s %8s %8s %8s%n";

  private Report() {}

  static String of(Map<Variant, Figures> all) {
    StringBuilder out = new StringBuilder();
    out.append(row("", "start-up", "CPU a", "adds", "req/s", "p50", "p99", "memory", "spans a"));
    out.append(row("", "s", "req, us", "us [min, max]", "", "us", "us", "MB", "request"));
    Figures base = all.values().iterator().next();
    all.forEach((variant, figures) -> out.append(line(variant, figures, base)));
    out.append('\n');
    for (Goal goal : Goal.values()) {
      out.append(goal.verdict(all));
    }
    return out.toString();
  }

  private static String line(Variant variant, Figures figures, Figures base) {
    return row(
        variant.label(),
        number(figures.startUp.median(), 2),
        number(figures.processor.median(), 1),
        figures == base ? "" : added(figures.processor.minus(base.processor)),
        number(figures.throughput.median(), 0),
        number(figures.latency(50), 0),
        number(figures.latency(99), 0),
        number(figures.memory.median(), 0),
        number(figures.spans / (double) figures.requests, 3));
  }

  private static String added(Sample added) {
    return number(added.median(), 1)
        + " ["
        + number(added.min(), 1)
        + ", "
        + number(added.max(), 1)
        + "]";
  }

  static String number(double value, int digits) {
    return String.format(Locale.ROOT, "%." + digits + "f", value);
  }

  private static String row(Object... cells) {
    return String.format(Locale.ROOT, ROW, cells);
  }
}
