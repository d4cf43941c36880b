// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine.sampler;

import static io.opentelemetry.api.common.AttributeKey.doubleKey;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.TraceState;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdaptiveTest {

  private static final double TARGET = 100;

  private final SimulatedLoad load = new SimulatedLoad();
  private final Sampler sampler = Samplers.adaptive(TARGET, load.clock::get);

  @Test
  void aLittleLoadIsRecordedAsAWhole() {
    load.route("/cart", 5, 3);
    load.route("/checkout", 2, 5);
    load.run(sampler, 60);

    assertThat(load.outcomes.values()).allMatch(route -> route.sampled == route.traces);
    assertThat(sampler.counts())
        .containsEntry("sampler.sampled", load.of("/cart").traces + load.of("/checkout").traces)
        .containsEntry("sampler.skipped", 0L);
  }

  @ParameterizedTest
  @CsvSource({"1, 100", "5, 500", "100, 1", "300, 3"})
  void theTargetIsHeldAcrossAHundredfoldChange(double before, double after) {
    allRoutes(before);
    load.run(sampler, 30);
    allRoutes(after);
    load.run(sampler, 5);

    double expected = Math.min(TARGET, 12 * 4 * after);
    assertThat(load.run(sampler, 60) / 60.0).isBetween(0.85 * expected, 1.1 * expected);
  }

  @Test
  void evenTheFirstSecondOfAHundredfoldLoadIsBounded() {
    allRoutes(10);
    load.run(sampler, 30);
    allRoutes(1000);

    assertThat(load.run(sampler, 1)).as("of 48,000").isLessThan((long) (12 * TARGET));
    assertThat(load.run(sampler, 1)).isLessThan((long) (2 * TARGET));
  }

  @Test
  void rareRoutesAreRecordedAsAWholeBesideBusyOnes() {
    load.route("/busy", 5000, 3);
    load.route("/alsobusy", 2000, 0);
    load.route("/rare", 0.5, 8);
    load.route("/rarer", 0.05, 2);
    load.run(sampler, 10);
    long busy = load.of("/busy").spans;
    long alsoBusy = load.of("/alsobusy").spans;
    load.run(sampler, 120);

    assertThat(load.of("/rare").sampled).isEqualTo(load.of("/rare").traces).isPositive();
    assertThat(load.of("/rarer").sampled).isEqualTo(load.of("/rarer").traces).isPositive();
    assertThat(load.of("/busy").spans - busy).isBetween(35L * 120, 55L * 120);
    assertThat(load.of("/alsobusy").spans - alsoBusy).isBetween(35L * 120, 55L * 120);
  }

  @Test
  void countsCanBeExtrapolatedRouteByRouteWhateverTheLoadDoes() {
    SplittableRandom random = new SplittableRandom(3);
    for (int phase = 0; phase < 100; phase++) {
      for (String path : new String[] {"/a", "/b", "/c", "/d"}) {
        load.route(path, Math.pow(10, 4 * random.nextDouble() - 1), random.nextInt(6));
      }
      load.run(sampler, 1 + random.nextInt(5));
    }

    assertThat(load.outcomes).hasSize(4);
    load.outcomes.forEach(
        (path, route) ->
            assertThat(route.estimate)
                .as(path)
                .isBetween(
                    route.traces - 4 * Math.sqrt(route.variance),
                    route.traces + 4 * Math.sqrt(route.variance)));
  }

  @Test
  void endlesslyManyRoutesNeitherGrowTheTableNorTheRate() {
    SplittableRandom random = new SplittableRandom(5);
    load.route("/shop", 20, 1);
    load.run(sampler, 10);
    for (int i = 0; i < 100_000; i++) {
      load.request(sampler, "/" + word(random), 0);
      if (i % 1000 == 0) {
        load.run(sampler, 1);
      }
    }

    assertThat(load.of("/shop").sampled).isPositive();
    assertThat(load.spans()).as("in 110 s").isBetween(110L * 50, 110L * 130);
  }

  @Test
  void pathsThatDifferInValuesOnlyAreOneRoute() {
    load.route("/rare", 0.5, 0);
    for (int i = 0; i < 100_000; i++) {
      load.request(sampler, "/orders/" + i + "/lines/" + (i * 31L), 0);
      if (i % 1000 == 0) {
        load.run(sampler, 1);
      }
    }

    assertThat(load.of("/rare").sampled).isEqualTo(load.of("/rare").traces).isPositive();
  }

  @Test
  void whatCallersStartedIsFollowedAndComesOffTheTarget() {
    load.route("/own", 1000, 0);
    long own = 0;
    for (int second = 0; second < 60; second++) {
      for (int i = 0; i < 80; i++) {
        TestCandidate called = TestCandidate.remote(i, i < 70, TraceState.getDefault());
        assertThat(sampler.sample(called).sampled()).isEqualTo(i < 70);
      }
      own = load.run(sampler, 1);
    }

    assertThat(own).isBetween(20L, 45L);
  }

  @Test
  void theRateShowsOnTheRoot() {
    load.route("/busy", 10_000, 0);
    load.run(sampler, 10);
    Decision decision;
    SplittableRandom ids = new SplittableRandom(1);
    do {
      decision =
          sampler.sample(TestCandidate.root(ids.nextLong(), "GET", Map.of("url.path", "/busy")));
    } while (!decision.sampled());

    double probability = decision.attributes().get(doubleKey("clew.sampler.probability"));
    assertThat(1 / probability).isEqualTo(Extrapolated.count(decision));
    assertThat(probability).isBetween(0.005, 0.015);
  }

  private void allRoutes(double perSecond) {
    for (char route = 'a'; route < 'a' + 12; route++) {
      load.route("/" + route, perSecond, 3);
    }
  }

  private static String word(SplittableRandom random) {
    return random
        .ints(10, 'a', 'z' + 1)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
