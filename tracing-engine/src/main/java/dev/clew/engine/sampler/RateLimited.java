// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine.sampler;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;

/**
 * Samples roots at an even rate. One number holds the whole state: when the next one is due. It
 * falls behind while little happens, by no more than a second, so that much may then come at once.
 */
final class RateLimited implements Sampler {

  private static final AttributeKey<Long> SKIPPED = AttributeKey.longKey("clew.sampler.skipped");
  private static final double SECOND = 1e9;

  private final LongSupplier clock;
  private final long period;
  private final long slack;
  private final AtomicLong due;
  private final LongAdder skipped = new LongAdder();
  private final Counted counted = Counted.decisions();

  RateLimited(double tracesPerSecond, LongSupplier clock) {
    this.clock = clock;
    this.period = (long) (SECOND / tracesPerSecond);
    this.slack = Math.max(0, (long) SECOND - period);
    this.due = new AtomicLong(clock.getAsLong() - slack);
  }

  @Override
  public Decision sample(Candidate candidate) {
    long now = clock.getAsLong();
    long current = due.get();
    while (current - now <= 0) {
      long start = current - (now - slack) > 0 ? current : now - slack;
      long seen = due.compareAndExchange(current, start + period);
      if (seen == current) {
        return counted.count(sampled());
      }
      current = seen;
    }
    skipped.increment();
    return counted.count(Decision.DROP);
  }

  private Decision sampled() {
    return new Decision(true, Attributes.of(SKIPPED, skipped.sumThenReset()), null);
  }

  @Override
  public Map<String, Long> counts() {
    return counted.counts();
  }
}
