// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine.sampler;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdaptiveBudgetTest {

  private static final double ONE_PERCENT = 0.01;
  private static final double ONE_PERCENT_NANOS = 10_000_000;

  private final SimulatedLoad load = new SimulatedLoad();
  private double cost;
  private final Sampler sampler = Samplers.adaptive(500, ONE_PERCENT, () -> cost, load.clock::get);

  @ParameterizedTest
  @CsvSource({"100_000, 1_000_000", "1_000_000, 100_000", "50_000, 50_000"})
  void theBudgetIsHeldWhereTheCostOfASpanChangesTenfold(double before, double after) {
    busyRoutes();
    cost = before;
    load.run(sampler, 30);
    cost = after;
    load.run(sampler, 5);

    double spent = load.run(sampler, 60) / 60.0 * after;
    assertThat(spent).isBetween(0.85 * ONE_PERCENT_NANOS, 1.1 * ONE_PERCENT_NANOS);
  }

  @Test
  void aNumberOfSpansHoldsUntilTheCostIsKnown() {
    busyRoutes();
    load.run(sampler, 30);

    assertThat(load.run(sampler, 60) / 60.0).isBetween(0.85 * 500, 1.1 * 500);
  }

  @Test
  void rareRoutesAreRecordedAsAWhole() {
    busyRoutes();
    load.route("/rare", 0.5, 2);
    cost = 100_000;
    load.run(sampler, 60);

    assertThat(load.of("/rare").sampled).isEqualTo(load.of("/rare").traces).isPositive();
  }

  @Test
  void howeverDearTheyAreSomeSpansAreRecorded() {
    busyRoutes();
    cost = 1e12;
    load.run(sampler, 30);

    assertThat(load.run(sampler, 60)).isBetween(20L, 300L);
  }

  @Test
  void whatASpanCostsAndWhatIsAffordableShow() {
    busyRoutes();
    cost = 20_000;
    load.run(sampler, 2);

    assertThat(sampler.counts())
        .containsEntry("sampler.cost", 20_000L)
        .containsEntry("sampler.spans", 500L);
  }

  /** Together 4,800 spans a second. */
  private void busyRoutes() {
    for (char route = 'a'; route < 'a' + 12; route++) {
      load.route("/" + route, 100, 3);
    }
  }
}
