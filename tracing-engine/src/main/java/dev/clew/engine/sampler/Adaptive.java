// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine.sampler;

import io.opentelemetry.api.trace.SpanContext;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;

/**
 * Holds a number of spans a second: one that is given, or as many as can be had for a budget of
 * processor time. It is shared out so that no route has less than it asks for while another has
 * more than it: rare routes are recorded as a whole, frequent ones as far as the rest goes. Once a
 * second, whichever thread comes first plans the next one.
 *
 * <p>Probabilities never depend on the trace that is decided on, only on those before it, so the
 * thresholds in the tracestate tell how many traces each stands for.
 */
final class Adaptive implements Sampler {

  private static final long PERIOD_NANOS = 1_000_000_000L;

  /** What traces that start here have in any case, however many come from elsewhere. */
  private static final double LEAST_SHARE = 0.1;

  /** However dear they are, or however cheap. */
  private static final double LEAST_SPANS = 1;

  private static final double MOST_SPANS = 1_000_000;

  /** Share of a processor; 0 for none, where the number of spans is given. */
  private final double budget;

  private final DoubleSupplier cost;
  private volatile double spansPerSecond;
  private volatile double nanosPerSpan;
  private final LongSupplier clock;
  private final Sampler followingParents = new ParentBased(Samplers.alwaysOff());
  private final Counted counted = Counted.decisions();
  private final LongAdder startedElsewhere = new LongAdder();
  private final AtomicBoolean planning = new AtomicBoolean();
  private volatile long planned;
  private volatile double share;
  private final RouteTable routes;

  Adaptive(double spansPerSecond, double budget, DoubleSupplier cost, LongSupplier clock) {
    this.budget = budget;
    this.cost = cost;
    this.spansPerSecond = spansPerSecond;
    this.clock = clock;
    this.planned = clock.getAsLong();
    this.share = spansPerSecond;
    this.routes = new RouteTable(share, planned);
  }

  @Override
  public Decision sample(Candidate candidate) {
    if (candidate.isUndecidedRoot()) {
      return counted.count(root(candidate));
    }
    SpanContext parent = candidate.parent();
    if (parent.getTraceState() instanceof Route.Plan plan) {
      plan.route.recorded();
    } else if (parent.isSampled()) {
      startedElsewhere.increment();
    }
    return followingParents.sample(candidate);
  }

  private Decision root(Candidate candidate) {
    long now = clock.getAsLong();
    if (now - planned >= PERIOD_NANOS && planning.compareAndSet(false, true)) {
      plan(now);
    }
    return routes.route(Route.hash(candidate), share, now).decide(candidate.traceIdLow());
  }

  private void plan(long now) {
    try {
      double seconds = (now - planned) / (double) PERIOD_NANOS;
      if (seconds >= 1) {
        planned = now;
        afford();
        double elsewhere = startedElsewhere.sumThenReset() / seconds;
        plan(Math.max(spansPerSecond - elsewhere, LEAST_SHARE * spansPerSecond), seconds);
      }
    } finally {
      planning.set(false);
    }
  }

  /** How many spans a second the budget is good for. */
  private void afford() {
    double each = budget > 0 ? cost.getAsDouble() : 0;
    if (each > 0) {
      nanosPerSpan = each;
      double affordable = budget * PERIOD_NANOS / each;
      spansPerSecond = Math.max(LEAST_SPANS, Math.min(affordable, MOST_SPANS));
    }
  }

  private void plan(double spans, double seconds) {
    List<Route> all = routes.all();
    double[] demands = new double[all.size()];
    int busy = 0;
    for (int i = 0; i < demands.length; i++) {
      demands[i] = all.get(i).demand(seconds);
      busy += demands[i] > 0 ? 1 : 0;
    }
    Arrays.sort(demands);
    share = spans / (busy + 1);
    double level = level(demands, demands.length - busy, spans);
    for (Route route : all) {
      route.plan(level, share);
    }
  }

  /** What each route has at most, so that all together have as much as there is. */
  private static double level(double[] demands, int from, double spans) {
    double left = spans;
    for (int i = from; i < demands.length; i++) {
      double level = left / (demands.length - i);
      if (demands[i] > level) {
        return level;
      }
      left -= demands[i];
    }
    return Double.MAX_VALUE;
  }

  @Override
  public boolean followsUnsampledParent() {
    return true;
  }

  @Override
  public Map<String, Long> counts() {
    Map<String, Long> counts = counted.counts();
    if (budget > 0) {
      counts.put("sampler.spans", Math.round(spansPerSecond));
      counts.put("sampler.cost", Math.round(nanosPerSpan));
    }
    return counts;
  }

  @Override
  public RecordingCost cost() {
    return cost instanceof RecordingCost measured ? measured : null;
  }
}
