// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks.report;

import java.util.Locale;
import java.util.Optional;

/** The results as text, for a terminal of 110 columns. */
final class Report {

  private static final String FORMAT = "%-36s %-5s %22s %22s %18s %8s  %s%n";

  private final StringBuilder out = new StringBuilder();
  private final Results results;

  private Report(Results results) {
    this.results = results;
  }

  static String of(Results results) {
    Report report = new Report(results);
    report.line("WHAT", "OF", "CLEW", "PEER", "RESULT", "AT MOST", "VERDICT");
    Target.all().forEach(report::target);
    return report.out.toString();
  }

  private void line(Object... cells) {
    out.append(String.format(Locale.ROOT, FORMAT, cells));
  }

  private void target(Target target) {
    Optional<Value> clew = target.above(target.clew(), results);
    Optional<Value> reached = target.reached(results);
    if (clew.isEmpty() || reached.isEmpty()) {
      return;
    }
    String unit = target.measure().unit();
    Verdict verdict = Verdict.of(target, reached.get());
    line(
        target.what(),
        target.measure().name().toLowerCase(Locale.ROOT),
        text(clew.get(), unit),
        peer(target, unit),
        result(target, reached.get(), verdict),
        number(target.limit()),
        verdict);
  }

  private String peer(Target target, String unit) {
    return target.peer() == null
        ? ""
        : target
            .above(target.peer(), results)
            .map(value -> target.peer().tracer() + ' ' + number(value.mean()) + ' ' + unit)
            .orElse("");
  }

  private static String result(Target target, Value reached, Verdict verdict) {
    boolean telling = target.peer() != null && verdict != Verdict.UNSTEADY;
    return telling ? text(reached, "") : "";
  }

  private static String text(Value value, String unit) {
    return (number(value.mean()) + " ± " + number(value.half()) + ' ' + unit).strip();
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, Math.abs(value) < 10 ? "%.2f" : "%.0f", value);
  }
}
