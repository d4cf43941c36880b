// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine.sampler;

import dev.clew.engine.propagation.TraceStateList;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.TraceState;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/**
 * What {@link Adaptive} knows of a route: counts of the current second, which any thread may add
 * to, and what was made of those before, which one thread at a time touches.
 */
final class Route {

  /** A rate below this is none. */
  private static final double SILENT = 0.001;

  private static final int MAX_HALVINGS = 40;

  /**
   * What holds for a period.
   *
   * @param kept of 2<sup>56</sup> random numbers
   * @param allotment so many traces, then the share is halved
   * @param decision on those that are kept
   */
  private record Plan(long kept, int allotment, Decision decision) {}

  /**
   * The tracestate of the traces that were sampled here. All spans below a root in this process
   * have it, which is how they are counted for their route without a look-up.
   */
  static final class Mark extends TraceStateList {
    final Route route;

    private Mark(Route route, TraceState state) {
      super(header(state), 1);
      this.route = route;
    }
  }

  private final LongAdder seen = new LongAdder();
  private final LongAdder spans = new LongAdder();
  private final AtomicInteger sampled = new AtomicInteger();
  private volatile Plan plan;

  private double rate;
  private double recentTraces = 1;
  private double recentSpans = 1;

  /** One that nothing is known of: all is recorded, up to its share. */
  Route(double share) {
    plan(share, share);
  }

  /**
   * Decides on a trace that starts. Where far more come than were planned for, the share is halved
   * each time another allotment is used up, so that even a hundredfold load records little more
   * until the next plan. That depends on earlier traces only, so the threshold tells the truth.
   */
  Decision decide(long traceIdLow) {
    seen.increment();
    Plan current = plan;
    int halvings = Math.min(sampled.get() / current.allotment, MAX_HALVINGS);
    long threshold = Consistent.NOTHING - (current.kept >>> halvings);
    if ((traceIdLow & Consistent.NOTHING - 1) < threshold) {
      return Decision.DROP;
    }
    sampled.incrementAndGet();
    spans.increment();
    return halvings == 0 ? current.decision : decision(threshold);
  }

  /** Another span of a trace that was sampled here. */
  void recorded() {
    spans.increment();
  }

  /**
   * Closes a period. A rate that rises is believed at once, one that falls by and by.
   *
   * @return how many spans a second there would be if all was recorded
   */
  double demand(double seconds) {
    double fading = Math.pow(0.5, seconds);
    double measured = seen.sumThenReset() / seconds;
    rate = Math.max(measured, measured + (rate - measured) * fading);
    if (rate < SILENT) {
      rate = 0;
    }
    recentTraces = recentTraces * fading + sampled.getAndSet(0);
    recentSpans = recentSpans * fading + spans.sumThenReset();
    return demand();
  }

  /**
   * Plans the next period.
   *
   * @param level how many spans a second it may record
   * @param share how many it would have if all routes had the same
   */
  void plan(double level, double share) {
    double demand = demand();
    long threshold = Consistent.threshold(demand <= level ? 1 : level / demand);
    double expected = Math.max(share, Math.min(demand, level)) / spansPerTrace();
    int allotment = (int) Math.max(1, 2 * expected);
    Plan last = plan;
    long kept = Consistent.NOTHING - threshold;
    if (last == null || last.kept != kept || last.allotment != allotment) {
      plan = new Plan(kept, allotment, decision(threshold));
    }
  }

  private double demand() {
    return rate * spansPerTrace();
  }

  private double spansPerTrace() {
    return recentTraces < SILENT ? 1 : Math.max(1, recentSpans / recentTraces);
  }

  private Decision decision(long threshold) {
    return new Decision(
        true,
        Attributes.builder()
            .put("clew.sampler.probability", Consistent.probability(threshold))
            .build(),
        new Mark(this, Consistent.with(TraceState.getDefault(), threshold)));
  }
}
