// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.sampler;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;

/**
 * What is asked of X-Ray, and when: rules every five minutes, and sooner where X-Ray says that they
 * have changed; targets every ten seconds, or as it wants them. All of it a little later, by
 * chance, so that the processes of a fleet do not ask all at once. For one thread.
 */
final class Polling {

  private static final long TARGETS_EVERY = TimeUnit.SECONDS.toNanos(10);

  /** The share of a time by which it may come later. */
  private static final double JITTER = 0.1;

  private final SamplingApi api;
  private final XRaySampler sampler;
  private final Service service;
  private final SamplerTime time;
  private final DoubleSupplier random;
  private final Consumer<Throwable> problems;
  private final long rulesEvery;
  private long rulesDue;
  private long rulesModified;
  private long patience = TARGETS_EVERY;

  /**
   * What keeps a sampler up to date.
   *
   * @param random from 0 to 1
   * @param rulesEvery nanoseconds
   * @param problems takes what went wrong; {@code null} where all is well
   */
  Polling(
      SamplingApi api,
      XRaySampler sampler,
      Service service,
      SamplerTime time,
      DoubleSupplier random,
      long rulesEvery,
      Consumer<Throwable> problems) {
    this.api = api;
    this.sampler = sampler;
    this.service = service;
    this.time = time;
    this.random = random;
    this.rulesEvery = rulesEvery;
    this.problems = problems;
  }

  /**
   * Asks for what is due.
   *
   * @return nanoseconds until the next time; more than 0
   */
  long poll() {
    try {
      if (time.elapsed() >= rulesDue) {
        askForRules();
      }
      tell();
      problems.accept(null);
    } catch (Exception | LinkageError failed) {
      problems.accept(failed);
    }
    long next = rulesDue;
    for (LiveRule rule : sampler.rules().rules()) {
      next = Math.min(next, rule.reportDue());
    }
    return Math.max(next - time.elapsed(), 1);
  }

  /** Where that fails, it is tried again, sooner at first. */
  private void askForRules() throws IOException {
    rulesDue = in(Math.min(patience, rulesEvery));
    patience = Math.min(patience * 2, rulesEvery);
    long asked = time.now();
    List<SamplingRule> rules = api.rules();
    sampler.goBy(sampler.rules().changedTo(rules, in(TARGETS_EVERY)), service);
    rulesModified = asked;
    patience = TARGETS_EVERY;
    rulesDue = in(rulesEvery);
  }

  private void tell() throws IOException {
    List<LiveRule> due = new ArrayList<>();
    for (LiveRule rule : sampler.rules().rules()) {
      if (time.elapsed() >= rule.reportDue()) {
        rule.reportAt(in(TARGETS_EVERY));
        if (rule.isUsed()) {
          due.add(rule);
        }
      }
    }
    boolean changed = false;
    for (int from = 0; from < due.size(); from += SamplingApi.MOST_STATISTICS) {
      int to = Math.min(due.size(), from + SamplingApi.MOST_STATISTICS);
      changed |= tell(due.subList(from, to));
    }
    if (changed) {
      askForRules();
    }
  }

  /** Whether the rules have changed. */
  private boolean tell(List<LiveRule> rules) throws IOException {
    List<Statistics> statistics = new ArrayList<>();
    rules.forEach(rule -> statistics.add(rule.take()));
    SamplingApi.Targets answer = null;
    try {
      answer = api.targets(statistics, service, time.now());
    } finally {
      for (int i = 0; i < rules.size(); i++) {
        if (answer == null || answer.unprocessed().contains(rules.get(i).rule().name())) {
          rules.get(i).giveBack(statistics.get(i));
        }
      }
    }
    answer.targets().forEach(this::follow);
    return answer.rulesModified() > rulesModified;
  }

  private void follow(Target target) {
    LiveRule rule = sampler.rules().named(target.rule());
    if (rule != null) {
      rule.follow(target, time);
      if (target.intervalMillis() > 0) {
        rule.reportAt(in(TimeUnit.MILLISECONDS.toNanos(target.intervalMillis())));
      }
    }
  }

  private long in(long nanos) {
    return time.elapsed() + nanos + (long) (nanos * JITTER * random.getAsDouble());
  }
}
