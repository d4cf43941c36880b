// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.sampler;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** X-Ray as far as it shares out reservoirs: among those who have told it of a rule. */
final class SimulatedXRay {

  private static final long QUOTA_MILLIS = 15_000;

  private final Map<String, SamplingRule> rules = new HashMap<>();
  private final Map<String, Set<SamplingApi>> askers = new HashMap<>();
  private final Map<String, Statistics> told = new HashMap<>();
  private final Map<String, Double> boosts = new HashMap<>();
  private final List<String> calls = new ArrayList<>();
  private long modified;
  private long boostEnds;
  private boolean reachable = true;
  private boolean processing = true;

  void put(SamplingRule rule, long epochMillis) {
    rules.put(rule.name(), rule);
    modified = epochMillis;
  }

  void reachable(boolean now) {
    reachable = now;
  }

  /** Whether statistics are processed, or come back. */
  void processing(boolean now) {
    processing = now;
  }

  void boost(String rule, double rate, long untilEpochMillis) {
    boosts.put(rule, rate);
    boostEnds = untilEpochMillis;
  }

  /** All that was told of a rule. */
  Statistics told(String rule) {
    return told.getOrDefault(rule, new Statistics(rule, 0, 0, 0, 0, false));
  }

  List<String> calls() {
    return calls;
  }

  /** For one process. */
  SamplingApi api() {
    return new Api();
  }

  private static Statistics sum(Statistics a, Statistics b) {
    return new Statistics(
        a.rule(),
        a.requests() + b.requests(),
        a.sampled() + b.sampled(),
        a.borrowed() + b.borrowed(),
        a.failed() + b.failed(),
        a.boosted());
  }

  private final class Api implements SamplingApi {

    @Override
    public List<SamplingRule> rules() throws IOException {
      call("rules");
      return List.copyOf(rules.values());
    }

    @Override
    public Targets targets(List<Statistics> statistics, Service service, long epochMillis)
        throws IOException {
      if (statistics.isEmpty() || statistics.size() > MOST_STATISTICS) {
        throw new AssertionError(statistics.size() + " statistics");
      }
      call("targets");
      List<Target> targets = new ArrayList<>();
      Set<String> unprocessed = new HashSet<>();
      for (Statistics each : statistics) {
        if (processing) {
          told.merge(each.rule(), each, SimulatedXRay::sum);
          targets.add(target(each.rule(), epochMillis));
        } else {
          unprocessed.add(each.rule());
        }
      }
      return new Targets(modified, targets, unprocessed);
    }

    private Target target(String name, long epochMillis) {
      SamplingRule rule = rules.get(name);
      Set<SamplingApi> sharing = askers.computeIfAbsent(name, unused -> new HashSet<>());
      sharing.add(this);
      return new Target(
          name,
          rule.rate(),
          rule.reservoir() / sharing.size(),
          epochMillis + QUOTA_MILLIS,
          10_000,
          boosts.getOrDefault(name, -1.0),
          boostEnds);
    }

    private void call(String name) throws IOException {
      calls.add(name);
      if (!reachable) {
        throw new IOException("out of reach");
      }
    }

    @Override
    public void abort() {}

    @Override
    public void close() {}
  }
}
