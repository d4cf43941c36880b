// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SampleTest {

  private static Sample of(double... values) {
    Sample sample = new Sample();
    for (double value : values) {
      sample.add(value);
    }
    return sample;
  }

  @Test
  void medianIsTheMiddleOne() {
    assertThat(of(9, 1, 2).median()).isEqualTo(2);
    assertThat(of(9, 1, 2, 3).median()).isEqualTo(2.5);
  }

  @Test
  void knowsNothingWithoutValues() {
    assertThat(of().median()).isNaN();
    assertThat(of().min()).isNaN();
    assertThat(of().max()).isNaN();
  }

  @Test
  void isComparedRoundByRound() {
    Sample more = of(110, 205, 130).minus(of(100, 200, 100));

    assertThat(more.values()).containsExactly(10.0, 5.0, 30.0);
    assertThat(more.median()).isEqualTo(10);
  }
}
