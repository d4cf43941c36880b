// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.sampler;

import dev.clew.engine.sampler.Candidate;
import dev.clew.engine.sampler.Counted;
import dev.clew.engine.sampler.Decision;
import dev.clew.engine.sampler.Sampler;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Decides on traces that start here, by X-Ray's rules as long as they are known, else by local
 * ones. Asks nobody: {@link Polling} puts in what it has been told. Thread-safe.
 */
final class XRaySampler implements Sampler {

  /** Rules that X-Ray has not confirmed for so long are not gone by any more. */
  static final long RULES_LAST = TimeUnit.HOURS.toNanos(1);

  private static final int SAMPLED = 0;
  private static final int SKIPPED = 1;
  private static final int LOCAL = 2;

  /** Rules, for whom, and until when. */
  private record Known(RuleBook rules, Service service, long end) {}

  private final SamplerTime time;
  private final RuleBook local;
  private final Counted counted = new Counted("sampled", "skipped", "local");
  private volatile Known known = new Known(RuleBook.EMPTY, new Service(null, null, null), 0);
  private volatile AutoCloseable polling = () -> {};

  /**
   * One that knows no rules of X-Ray's yet.
   *
   * @param local the last one matches everything
   */
  XRaySampler(SamplerTime time, RuleBook local) {
    this.time = time;
    this.local = local;
  }

  @Override
  public Decision sample(Candidate candidate) {
    long elapsed = time.elapsed();
    Known now = known;
    LiveRule rule = elapsed < now.end ? now.rules.match(candidate, now.service) : null;
    if (rule == null) {
      rule = local.match(candidate, now.service);
      counted.add(LOCAL, 1);
    }
    Decision decision = rule.decide(candidate, elapsed);
    counted.add(decision.sampled() ? SAMPLED : SKIPPED, 1);
    return decision;
  }

  RuleBook rules() {
    return known.rules;
  }

  /** Goes by rules from now on, for an hour. */
  void goBy(RuleBook rules, Service service) {
    known = new Known(rules, service, time.elapsed() + RULES_LAST);
  }

  /** Its rules may come to look at anything. */
  @Override
  public boolean samplesBy(String attribute) {
    return true;
  }

  @Override
  public boolean watchesFailures() {
    return true;
  }

  @Override
  public void failed(Function<String, Object> attributes) {
    Object name = attributes.apply(LiveRule.NAME.getKey());
    LiveRule rule = name == null ? null : known.rules.named(name.toString());
    if (rule != null) {
      rule.failed();
    }
  }

  @Override
  public Map<String, Long> counts() {
    return counted.counts();
  }

  /** Has something closed with it. */
  void closing(AutoCloseable other) {
    polling = other;
  }

  @Override
  public void close() {
    try {
      polling.close();
    } catch (Exception impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
