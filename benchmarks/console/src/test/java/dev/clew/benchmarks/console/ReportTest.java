// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportTest {

  private static final Question SEARCH = new Question("search: a service", "/", true);
  private static final Question TRACE = new Question("a trace of 10,000 spans", "/", false);

  @Test
  void saysWhatIsMet() {
    Report report = report(Duration.ofSeconds(2), 30);

    assertThat(report.text())
        .contains("spans stored a second                  50,000   target: at least 30,000: met")
        .contains("median of all searches, ms                 30   target: at most 300: met")
        .contains("a trace of 10,000 spans, ms               250   target: at most 200: missed");
  }

  @Test
  void saysWhatIsMissed() {
    assertThat(report(Duration.ofSeconds(5), 301).text())
        .contains("20,000   target: at least 30,000: missed")
        .contains("301   target: at most 300: missed");
  }

  @Test
  void dividesByTheSpansThatWereAnswered() {
    assertThat(report(Duration.ofSeconds(2), 30).processorMicrosASpan())
        .isCloseTo(40, within(1e-9));
  }

  @Test
  void takesTheMiddleOfAllSearches() {
    assertThat(Answers.median(1, 2, 9)).isEqualTo(2);
    assertThat(Answers.median(1, 2, 4, 9)).isEqualTo(3);
    assertThat(report(Duration.ofSeconds(2), 30).medianSearch()).isEqualTo(30);
  }

  private static Report report(Duration stored, double median) {
    Intake.Result intake =
        new Intake.Result(100_000, Duration.ofSeconds(1), stored, Duration.ofSeconds(4), 1, 0);
    return new Report(
        intake,
        1,
        1,
        List.of(
            new Answers(SEARCH, new double[] {900, 1, median}),
            new Answers(TRACE, new double[] {250})));
  }
}
