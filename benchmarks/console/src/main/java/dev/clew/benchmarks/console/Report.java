// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks.console;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What was measured.
 *
 * @param intake how spans were taken
 * @param memory the most that the collector had in the end, bytes
 * @param disk its files, bytes
 * @param answers to each question
 */
record Report(Intake.Result intake, long memory, long disk, List<Answers> answers) {

  private static final double SPANS_A_SECOND = 30_000;
  private static final double SEARCH_MILLIS = 300;
  private static final double TRACE_MILLIS = 200;
  private static final double MEGABYTE = 1e6;

  double spansASecond() {
    return intake.spans() / (intake.stored().toNanos() / 1e9);
  }

  double processorMicrosASpan() {
    return intake.processorTime().toNanos() / 1e3 / intake.spans();
  }

  /** Of all times that a search took, whichever it was. */
  double medianSearch() {
    return Answers.median(
        answers.stream()
            .filter(answer -> answer.question().isSearch())
            .flatMapToDouble(answer -> Arrays.stream(answer.millis()))
            .sorted()
            .toArray());
  }

  private double medianOfLargeTrace() {
    return answers.stream()
        .filter(answer -> answer.question().name().contains("10,000 spans"))
        .mapToDouble(Answers::median)
        .findFirst()
        .orElse(Double.NaN);
  }

  /** As text, for a terminal of 100 columns. */
  String text() {
    StringBuilder out = new StringBuilder();
    out.append(
        line(
            "%,d spans taken in %.1f s, stored in %.1f s; told to wait %d times",
            intake.spans(),
            intake.taken().toNanos() / 1e9,
            intake.stored().toNanos() / 1e9,
            intake.refused()));
    out.append(
        line(
            "the collector: %.1f us of processor time a span, at most %.0f MB of memory, with the questions %.0f; files of %.0f MB, %.0f B a span%n",
            processorMicrosASpan(),
            intake.memory() / MEGABYTE,
            memory / MEGABYTE,
            disk / MEGABYTE,
            (double) disk / intake.spans()));
    out.append(line("%-44s %9s %9s %9s", "QUESTION", "MEDIAN", "LEAST", "MOST"));
    for (Answers answer : answers) {
      out.append(
          line(
              "%-44s %6.0f ms %6.0f ms %6.0f ms",
              answer.question().name(), answer.median(), answer.least(), answer.most()));
    }
    out.append(line(""));
    out.append(verdict("spans stored a second", spansASecond(), SPANS_A_SECOND, true));
    out.append(verdict("median of all searches, ms", medianSearch(), SEARCH_MILLIS, false));
    out.append(verdict("a trace of 10,000 spans, ms", medianOfLargeTrace(), TRACE_MILLIS, false));
    return out.toString();
  }

  private static String verdict(String what, double measured, double target, boolean atLeast) {
    boolean met = atLeast ? measured >= target : measured <= target;
    return line(
        "%-34s %,10.0f   target: at %s %,.0f: %s",
        what, measured, atLeast ? "least" : "most", target, met ? "met" : "missed");
  }

  private static String line(String format, Object... values) {
    return String.format(Locale.ROOT, format + "%n", values);
  }

  /** All figures, for machines. */
  Map<String, Object> figures() {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("java", System.getProperty("java.vm.version"));
    all.put("processors", Runtime.getRuntime().availableProcessors());
    all.put("spans", intake.spans());
    all.put("secondsTaken", intake.taken().toNanos() / 1e9);
    all.put("secondsStored", intake.stored().toNanos() / 1e9);
    all.put("processorMicrosASpan", processorMicrosASpan());
    all.put("memoryBytesOfIntake", intake.memory());
    all.put("memoryBytes", memory);
    all.put("diskBytes", disk);
    Map<String, Object> millis = new LinkedHashMap<>();
    answers.forEach(answer -> millis.put(answer.question().name(), answer.millis()));
    all.put("millis", millis);
    return all;
  }
}
