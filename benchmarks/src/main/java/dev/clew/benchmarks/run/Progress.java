// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks.run;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Says what is measured, how far that is, and how long it will take. */
final class Progress {

  private final List<Step> steps;
  private final PrintStream out;
  private final long start = System.nanoTime();

  Progress(List<Step> steps, PrintStream out) {
    this.steps = steps;
    this.out = out;
    out.printf(Locale.ROOT, "%d measurements, %s%n", steps.size(), time(expected(0)));
  }

  void begins(int index) {
    out.printf(
        Locale.ROOT,
        "[%" + Integer.toString(steps.size()).length() + "d/%d] %-52s",
        index + 1,
        steps.size(),
        steps.get(index).key());
    out.flush();
  }

  void ended(int index, String figure) {
    int done = index + 1;
    String rest = done < steps.size() ? time(remaining(done)) : "done";
    out.printf(Locale.ROOT, "%24s   %s%n", figure, rest);
  }

  /** What was expected of the rest, as far off as what has been done turned out to be. */
  private double remaining(int done) {
    double elapsed = (System.nanoTime() - start) / 1e9;
    return expected(done) * elapsed / (expected(0) - expected(done));
  }

  private double expected(int from) {
    return steps.subList(from, steps.size()).stream().mapToDouble(Step::seconds).sum();
  }

  static String time(double seconds) {
    Duration duration = Duration.ofSeconds(Math.round(seconds));
    return duration.toMinutes() < 1
        ? duration.toSeconds() + " s to go"
        : duration.toMinutes() + " min " + duration.toSecondsPart() + " s to go";
  }
}
