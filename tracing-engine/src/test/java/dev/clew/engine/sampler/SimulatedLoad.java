// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine.sampler;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A service under load, by a clock that only this moves: requests arrive evenly spread over each
 * second, route by route, and each that is sampled has a root and some children.
 */
final class SimulatedLoad {

  static final long SECOND = 1_000_000_000L;
  private static final int STEPS = 1000;

  /** What came of a route so far. */
  static final class Outcome {
    long traces;
    long sampled;
    long spans;
    double estimate;
    double variance;
  }

  private record Traffic(double perSecond, int children) {}

  final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 3 * SECOND);
  final Map<String, Outcome> outcomes = new HashMap<>();
  private final Map<String, Traffic> routes = new LinkedHashMap<>();
  private final SplittableRandom random = new SplittableRandom(7);

  void route(String path, double perSecond, int children) {
    routes.put(path, new Traffic(perSecond, children));
  }

  /** Lets time go by; returns how many spans were recorded. */
  long run(Sampler sampler, int seconds) {
    long before = spans();
    for (int step = 0; step < seconds * STEPS; step++) {
      clock.addAndGet(SECOND / STEPS);
      routes.forEach((path, traffic) -> step(sampler, path, traffic));
    }
    return spans() - before;
  }

  private void step(Sampler sampler, String path, Traffic traffic) {
    double due = traffic.perSecond / STEPS;
    for (int i = arrivals(due); i > 0; i--) {
      request(sampler, path, traffic.children);
    }
  }

  private int arrivals(double expected) {
    return (int) expected + (random.nextDouble() < expected - (int) expected ? 1 : 0);
  }

  void request(Sampler sampler, String path, int children) {
    Outcome outcome = outcomes.computeIfAbsent(path, key -> new Outcome());
    outcome.traces++;
    TestCandidate root = TestCandidate.root(random.nextLong(), "GET", Map.of("url.path", path));
    Decision decision = sampler.sample(root);
    if (!decision.sampled()) {
      return;
    }
    double count = Extrapolated.count(decision);
    outcome.sampled++;
    outcome.estimate += count;
    outcome.variance += count * (count - 1);
    outcome.spans += 1 + children;
    for (int child = 0; child < children; child++) {
      sampler.sample(TestCandidate.child(root, decision));
    }
  }

  Outcome of(String path) {
    return outcomes.get(path);
  }

  long spans() {
    return outcomes.values().stream().mapToLong(outcome -> outcome.spans).sum();
  }
}
