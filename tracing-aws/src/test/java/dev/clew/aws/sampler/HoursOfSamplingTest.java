// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.sampler;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

/**
 * Three processes with 20 requests a second each, over hours of a manual clock. All chance comes
 * from a fixed seed.
 */
class HoursOfSamplingTest {

  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Percentage CLOSE = Percentage.withPercentage(3);
  private static final String PATH = "/orders/1";
  private static final long REQUESTS_AN_HOUR = 3 * 20 * 3600;

  private final SimulatedXRay xray = new SimulatedXRay();
  private final Fleet fleet = new Fleet(xray, 3);

  @Test
  void quotasShareTheReservoirAndTheRateTakesFromTheRest() {
    xray.put(rule("orders", 10, 30, 0.1, "/orders/*"), fleet.now());
    fleet.run(MINUTE, PATH, 0);

    long sampled = fleet.run(HOUR, PATH, 0);

    // 30 a second, and a tenth of the 30 others.
    assertThat(sampled).isCloseTo(33 * 3600, CLOSE);
    assertThat(fleet.problems()).isEmpty();
  }

  @Test
  void untilThereIsAQuotaEachProcessBorrowsOneASecond() {
    xray.put(rule("orders", 10, 30, 0, "/orders/*"), fleet.now());

    assertThat(fleet.run(Duration.ofSeconds(9), PATH, 0)).isBetween(3 * 8L, 3 * 10L);
    fleet.run(MINUTE, PATH, 0);

    assertThat(xray.told("orders").borrowed()).isBetween(3 * 8L, 3 * 12L);
  }

  @Test
  void noReservoirLendsNothing() {
    xray.put(rule("orders", 10, 0, 0, "/orders/*"), fleet.now());

    assertThat(fleet.run(MINUTE, PATH, 0)).isZero();
  }

  @Test
  void xRayIsToldOfEachDecisionOnceThroughFailures() {
    xray.put(rule("orders", 10, 30, 0.1, "/orders/*"), fleet.now());
    xray.put(rule("others", 20, 1, 0.01, "*"), fleet.now());
    long sampled = fleet.run(MINUTE, PATH, 0);
    xray.reachable(false);
    sampled += fleet.run(MINUTE.multipliedBy(10), PATH, 0);
    xray.reachable(true);
    xray.processing(false);
    sampled += fleet.run(MINUTE, PATH, 0);
    xray.processing(true);
    sampled += fleet.run(MINUTE, PATH, 0);
    // What is done from here on is of the other rule, so that all that was is told.
    fleet.run(MINUTE, "/", 0);

    assertThat(xray.told("orders").requests()).isEqualTo(13 * REQUESTS_AN_HOUR / 60);
    assertThat(xray.told("orders").sampled()).isEqualTo(sampled);
    assertThat(fleet.problems()).isNotEmpty();
  }

  @Test
  void withoutXRayOneASecondAndFivePercentAreSampled() {
    xray.reachable(false);

    long sampled = fleet.run(HOUR, PATH, 0);

    assertThat(sampled).isCloseTo(3 * 3600 + (REQUESTS_AN_HOUR - 3 * 3600) / 20, CLOSE);
    assertThat(fleet.count("sampler.local")).isEqualTo(REQUESTS_AN_HOUR);
  }

  @Test
  void whatXRaySaidLastHoldsForAnHourThenLocalRulesDoUntilItIsBack() {
    xray.put(rule("orders", 10, 0, 0.5, "/orders/*"), fleet.now());
    fleet.run(MINUTE.multipliedBy(2), PATH, 0);
    xray.reachable(false);

    assertThat(fleet.run(Duration.ofMinutes(50), PATH, 0))
        .isCloseTo(REQUESTS_AN_HOUR * 50 / 60 / 2, CLOSE);
    fleet.run(MINUTE.multipliedBy(10), PATH, 0);
    assertThat(fleet.run(HOUR, PATH, 0))
        .isCloseTo(3 * 3600 + (REQUESTS_AN_HOUR - 3 * 3600) / 20, CLOSE);

    xray.reachable(true);
    fleet.run(MINUTE.multipliedBy(6), PATH, 0);
    assertThat(fleet.run(HOUR, PATH, 0)).isCloseTo(REQUESTS_AN_HOUR / 2, CLOSE);
  }

  @Test
  void quotasEndAndBorrowingBeginsAgain() {
    xray.put(rule("orders", 10, 30, 0, "/orders/*"), fleet.now());
    fleet.run(MINUTE, PATH, 0);
    xray.reachable(false);
    fleet.run(MINUTE, PATH, 0);

    assertThat(fleet.run(MINUTE, PATH, 0)).isBetween(3 * 59L, 3 * 61L);
  }

  @Test
  void rulesThatChangeHoldWithinSecondsAndOthersAreAskedForEveryFiveMinutes() {
    xray.put(rule("orders", 10, 0, 0, "/orders/*"), fleet.now());
    fleet.run(HOUR, PATH, 0);
    int asked = Collections.frequency(xray.calls(), "rules");
    assertThat(asked).isBetween(3 * 11, 3 * 13);

    xray.put(rule("orders", 10, 0, 1, "/orders/*"), fleet.now());
    fleet.run(Duration.ofSeconds(12), PATH, 0);

    assertThat(fleet.run(MINUTE, PATH, 0)).isEqualTo(REQUESTS_AN_HOUR / 60);
    assertThat(Collections.frequency(xray.calls(), "rules")).isLessThan(asked + 6);
  }

  @Test
  void targetsAreAskedForEveryTenSecondsAndOnlyWhereSomethingHappened() {
    xray.put(rule("orders", 10, 0, 0, "/orders/*"), fleet.now());
    xray.put(rule("never", 20, 0, 0, "/never"), fleet.now());
    fleet.run(HOUR, PATH, 0);

    assertThat(Collections.frequency(xray.calls(), "targets")).isBetween(3 * 320, 3 * 360);
    assertThat(xray.told("never").requests()).isZero();
  }

  @Test
  void manyRulesAreToldOfInSeveralCalls() {
    for (int i = 0; i < 60; i++) {
      xray.put(rule("r" + i, 10, 0, 0, "/" + i), fleet.now());
    }
    fleet.run(Duration.ofSeconds(1), PATH, 0);
    for (int i = 0; i < 60; i++) {
      fleet.run(Fleet.STEP, "/" + i, 0);
    }
    fleet.run(MINUTE, PATH, 0);

    for (int i = 0; i < 60; i++) {
      assertThat(xray.told("r" + i).requests()).as("rule %d", i).isEqualTo(3);
    }
  }

  @Test
  void aBoostRaisesTheRateForAWhileAndIsAskedForByFailures() {
    SamplingRule orders = new SamplingRule("orders", 10, 0, 0.1, true, matching("/orders/*"));
    xray.put(orders, fleet.now());
    fleet.run(MINUTE.multipliedBy(10), PATH, 5);
    Statistics told = xray.told("orders");
    assertThat(told.failed()).isCloseTo(told.sampled() / 5, Percentage.withPercentage(10));
    assertThat(told.failedOfAll()).isCloseTo(told.requests() / 5, Percentage.withPercentage(10));

    xray.boost("orders", 0.6, fleet.now() + HOUR.toMillis());
    fleet.run(Duration.ofSeconds(15), PATH, 0);
    assertThat(fleet.run(Duration.ofMinutes(50), PATH, 0))
        .isCloseTo((long) (REQUESTS_AN_HOUR * 50 / 60 * 0.6), CLOSE);
    fleet.run(Duration.ofMinutes(10), PATH, 0);
    assertThat(fleet.run(HOUR, PATH, 0)).isCloseTo(REQUESTS_AN_HOUR / 10, CLOSE);
  }

  private static SamplingRule rule(
      String name, int priority, int reservoir, double rate, String path) {
    return new SamplingRule(name, priority, reservoir, rate, false, matching(path));
  }

  private static Conditions matching(String path) {
    return new Conditions(
        new Wildcard("SH?P"),
        new Wildcard("AWS::ECS::*"),
        Wildcard.ANY,
        Wildcard.ANY,
        new Wildcard(path),
        Wildcard.ANY,
        Map.of());
  }
}
