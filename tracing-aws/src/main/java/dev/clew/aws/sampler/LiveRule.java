// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.sampler;

import dev.clew.engine.sampler.Candidate;
import dev.clew.engine.sampler.Consistent;
import dev.clew.engine.sampler.Decision;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import java.util.concurrent.atomic.LongAdder;

/** A rule at work. Thread-safe. */
final class LiveRule {

  static final AttributeKey<String> NAME = AttributeKey.stringKey("clew.sampler.rule");

  /** Until there is a quota, each service takes one a second (X-Ray, "Sampling rules"). */
  private static final long BORROWED = 1;

  /**
   * What it goes by, until it is told otherwise.
   *
   * @param threshold of randomness, for the rate
   * @param quota a second; negative for none
   * @param quotaEnds as {@link SamplerTime#elapsed}
   * @param boosted threshold for the boosted rate
   * @param boostEnds as {@link SamplerTime#elapsed}
   */
  private record Orders(long threshold, long quota, long quotaEnds, long boosted, long boostEnds) {}

  private final SamplingRule rule;
  private final Decision sample;
  private final boolean local;
  private final Reservoir reservoir = new Reservoir();
  private final LongAdder requests = new LongAdder();
  private final LongAdder sampled = new LongAdder();
  private final LongAdder borrowed = new LongAdder();
  private final LongAdder failed = new LongAdder();
  private volatile Orders orders;

  /** When X-Ray is to be told; for the polling thread. */
  private long reportDue;

  private LiveRule(SamplingRule rule, boolean local, long reportDue) {
    this.rule = rule;
    this.local = local;
    this.reportDue = reportDue;
    this.sample = new Decision(true, Attributes.of(NAME, rule.name()), null);
    long threshold = Consistent.threshold(rule.rate());
    this.orders =
        local
            ? new Orders(threshold, rule.reservoir(), Long.MAX_VALUE, threshold, 0)
            : new Orders(threshold, -1, 0, threshold, 0);
  }

  /** One whose reservoir is its own. */
  static LiveRule local(SamplingRule rule) {
    return new LiveRule(rule, true, Long.MAX_VALUE);
  }

  /** One whose reservoir X-Ray shares out. */
  static LiveRule central(SamplingRule rule, long reportDue) {
    return new LiveRule(rule, false, reportDue);
  }

  SamplingRule rule() {
    return rule;
  }

  Decision decide(Candidate candidate, long elapsed) {
    Orders now = orders;
    requests.increment();
    boolean hasQuota = now.quota >= 0 && elapsed < now.quotaEnds;
    long limit = hasQuota ? now.quota : rule.reservoir() > 0 ? BORROWED : 0;
    if (limit > 0 && reservoir.take(elapsed, limit)) {
      if (!hasQuota) {
        borrowed.increment();
      }
    } else {
      long threshold =
          elapsed < now.boostEnds ? Math.min(now.boosted, now.threshold) : now.threshold;
      long randomness =
          Consistent.randomness(candidate.parent().getTraceState(), candidate.traceIdLow());
      if (randomness < threshold) {
        return Decision.DROP;
      }
    }
    sampled.increment();
    return sample;
  }

  /** A trace that it has sampled has failed. */
  void failed() {
    failed.increment();
  }

  /** Whether there is anything to be told of it. */
  boolean isUsed() {
    return requests.sum() > 0;
  }

  long reportDue() {
    return reportDue;
  }

  void reportAt(long elapsed) {
    reportDue = elapsed;
  }

  /** What it has decided since this was asked last. */
  Statistics take() {
    return new Statistics(
        rule.name(),
        requests.sumThenReset(),
        sampled.sumThenReset(),
        borrowed.sumThenReset(),
        failed.sumThenReset(),
        rule.boosted());
  }

  /** Has statistics told again that could not be told. */
  void giveBack(Statistics untold) {
    requests.add(untold.requests());
    sampled.add(untold.sampled());
    borrowed.add(untold.borrowed());
    failed.add(untold.failed());
  }

  void follow(Target target, SamplerTime time) {
    Orders before = orders;
    long threshold =
        target.rate() < 0 ? before.threshold : Consistent.threshold(Math.min(1, target.rate()));
    boolean quota = target.quota() >= 0;
    boolean boost = rule.boosted() && target.boost() >= 0;
    orders =
        new Orders(
            threshold,
            quota ? target.quota() : before.quota,
            quota ? time.elapsedAt(target.quotaEnds()) : before.quotaEnds,
            boost ? Consistent.threshold(Math.min(1, target.boost())) : threshold,
            boost ? time.elapsedAt(target.boostEnds()) : 0);
  }

  /** Goes on as another rule of the same name, which may have changed. */
  LiveRule changedTo(SamplingRule changed) {
    if (local || changed.equals(rule)) {
      return this;
    }
    LiveRule next = central(changed, reportDue);
    Orders before = orders;
    next.orders =
        new Orders(
            next.orders.threshold,
            before.quota,
            before.quotaEnds,
            before.boosted,
            before.boostEnds);
    next.giveBack(take());
    return next;
  }
}
