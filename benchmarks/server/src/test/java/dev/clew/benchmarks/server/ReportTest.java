// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReportTest {

  private final Map<Variant, Figures> all = new EnumMap<>(Variant.class);

  private void measured(Variant variant, double... processor) {
    Figures figures = new Figures();
    for (double value : processor) {
      figures.processor.add(value);
    }
    all.put(variant, figures);
  }

  @Test
  void meetsAGoalOnlyInEveryRound() {
    measured(Variant.UNTRACED, 150, 160, 170);
    measured(Variant.CLEW_100, 154, 164, 174);
    measured(Variant.CLEW_1, 150.5, 161.5, 170.5);

    assertThat(Report.of(all))
        .contains("Clew, 100 % adds to CPU a request: 4.00 us, at most 5.0: met")
        .contains("Clew, 1 % adds to CPU a request: 0.50 us, at most 1.0: within the noise");
  }

  @Test
  void missesAGoalOnlyInEveryRound() {
    measured(Variant.UNTRACED, 150, 160);
    measured(Variant.CLEW_100, 160, 175);

    assertThat(Report.of(all)).contains("CPU a request: 12.50 us, at most 5.0: missed");
  }

  @Test
  void saysNothingOfWhatWasNotMeasured() {
    measured(Variant.UNTRACED, 150);

    assertThat(Report.of(all)).doesNotContain("Clew");
  }
}
