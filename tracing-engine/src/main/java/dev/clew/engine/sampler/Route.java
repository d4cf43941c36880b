// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine.sampler;

import dev.clew.engine.propagation.TraceStateList;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.TraceState;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/**
 * What {@link Adaptive} knows of a route: counts of the current second, which any thread may add
 * to, and what was made of those before, which one thread at a time touches.
 */
final class Route {

  private static final AttributeKey<Double> PROBABILITY =
      AttributeKey.doubleKey("clew.sampler.probability");

  /** A rate below this is none. */
  private static final double SILENT = 0.001;

  private static final int MAX_HALVINGS = 40;

  private static final int MAX_PATH = 256;
  private static final int MAX_SEGMENT = 32;
  private static final long VALUE = '*';

  private static final long STALE_NANOS = 1_000_000_000L;

  /**
   * What holds for a period, and the tracestate of the traces that are sampled by it. All spans
   * below a root in this process have that, which is how they find their route without a look-up.
   */
  static final class Plan extends TraceStateList {
    final Route route;

    /** How many of 2<sup>56</sup> random numbers are sampled. */
    final long kept;

    /** So many traces, then the share is halved. */
    final int allotment;

    final Decision decision;

    private Plan(Route route, long threshold, int allotment) {
      super(header(Consistent.with(TraceState.getDefault(), threshold)), 1);
      this.route = route;
      this.kept = Consistent.NOTHING - threshold;
      this.allotment = allotment;
      this.decision =
          new Decision(true, Attributes.of(PROBABILITY, Consistent.probability(threshold)), this);
    }
  }

  final long hash;

  private final LongAdder seen = new LongAdder();
  private final LongAdder spans = new LongAdder();
  private final AtomicInteger sampled = new AtomicInteger();
  private volatile Plan plan;

  private double rate;
  private double recentTraces = 1;
  private double recentSpans = 1;

  /** Written now and then only, so that processors can share it. */
  private volatile long lastUse;

  /** One that nothing is known of: all is recorded, up to its share. */
  Route(long hash, double share, long now) {
    this.hash = hash;
    this.lastUse = now;
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
    return (halvings == 0 ? current : new Plan(this, threshold, 1)).decision;
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
      plan = new Plan(this, threshold, allotment);
    }
  }

  private double demand() {
    return rate * spansPerTrace();
  }

  private double spansPerTrace() {
    return recentTraces < SILENT ? 1 : Math.max(1, recentSpans / recentTraces);
  }

  void used(long now) {
    if (now - lastUse > STALE_NANOS) {
      lastUse = now;
    }
  }

  long lastUse() {
    return lastUse;
  }

  /**
   * Tells routes apart, as far as that can be done when a span starts. A server span's route is
   * known only once the request has found its resource; until then its path stands for it, in which
   * segments that look like values (they have a digit, or are long) are all alike. Everything else
   * goes by the span's name.
   */
  static long hash(Candidate candidate) {
    Object route = candidate.attribute("http.route");
    Object path = route == null ? candidate.attribute("url.path") : null;
    long name = mix(candidate.kind().ordinal(), candidate.name().hashCode());
    if (path instanceof String text) {
      return hash(name, text);
    }
    return route == null ? name : mix(name, route.hashCode());
  }

  private static long hash(long start, String path) {
    long hash = start;
    int end = Math.min(path.length(), MAX_PATH);
    for (int from = 0; from < end; ) {
      int slash = path.indexOf('/', from);
      int to = slash < 0 ? end : Math.min(slash, end);
      hash = mix(hash, segment(path, from, to));
      from = to + 1;
    }
    return hash;
  }

  private static long segment(String path, int from, int to) {
    if (to - from > MAX_SEGMENT) {
      return VALUE;
    }
    long hash = 0;
    for (int i = from; i < to; i++) {
      char c = path.charAt(i);
      if (c >= '0' && c <= '9') {
        return VALUE;
      }
      hash = 31 * hash + c;
    }
    return hash;
  }

  private static long mix(long hash, long next) {
    long mixed = (hash ^ next) * 0x9E3779B97F4A7C15L;
    return mixed ^ mixed >>> 32;
  }
}
