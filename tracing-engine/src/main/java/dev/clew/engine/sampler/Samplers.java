// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine.sampler;

import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;

/** The samplers that OpenTelemetry specifies (Trace SDK, "Built-in samplers"), and Clew's own. */
public final class Samplers {

  private static final Sampler ALWAYS_ON = new Constant(Decision.SAMPLE);
  private static final Sampler ALWAYS_OFF = new Constant(Decision.DROP);

  private Samplers() {}

  /** Samples every span. */
  public static Sampler alwaysOn() {
    return ALWAYS_ON;
  }

  /** Samples no span. */
  public static Sampler alwaysOff() {
    return ALWAYS_OFF;
  }

  /**
   * Samples a share of the traces, chosen by trace id, so that every service with the same or a
   * greater ratio chooses the same ones; OpenTelemetry's other Java implementation among them.
   *
   * @param ratio from 0 to 1
   * @throws IllegalArgumentException where it is not
   */
  public static Sampler traceIdRatio(double ratio) {
    return new TraceIdRatio(ratio(ratio));
  }

  /**
   * Samples a share of the traces by OpenTelemetry's consistent probability sampling, and says in
   * the tracestate which share, so that counts can be extrapolated.
   *
   * @param ratio from 0 to 1
   * @throws IllegalArgumentException where it is not
   */
  public static Sampler probability(double ratio) {
    return new Consistent(ratio(ratio));
  }

  /**
   * Samples so many traces a second, whatever the load, and follows parents. Each of them says how
   * many were left out since the one before; that is no probability, so the tracestate has none.
   *
   * @param tracesPerSecond more than 0; as many, and at least one, may come at once
   * @param nanoTime a monotonic clock
   */
  public static Sampler rateLimited(double tracesPerSecond, LongSupplier nanoTime) {
    return new ParentBased(new RateLimited(tracesPerSecond, nanoTime));
  }

  /**
   * Holds a number of spans a second, shared out among routes so that rare ones are always seen,
   * and follows parents. The tracestate says how many traces each stands for.
   *
   * @param spansPerSecond more than 0
   * @param nanoTime a monotonic clock
   */
  public static Sampler adaptive(double spansPerSecond, LongSupplier nanoTime) {
    return new Adaptive(spansPerSecond, 0, null, nanoTime);
  }

  /**
   * The same, by as many spans a second as may be had for a budget of processor time.
   *
   * @param spansPerSecond until it is known what a span costs; more than 0
   * @param processors the budget, as a share of one processor's time; more than 0
   * @param cost gives nanoseconds a span, once for each second that is planned; 0 while not known
   * @param nanoTime a monotonic clock
   */
  public static Sampler adaptive(
      double spansPerSecond, double processors, DoubleSupplier cost, LongSupplier nanoTime) {
    return new Adaptive(spansPerSecond, processors, cost, nanoTime);
  }

  /** Does what the parent did; asks {@code root} where there is no parent. */
  public static Sampler parentBased(Sampler root) {
    return new ParentBased(root);
  }

  private static double ratio(double given) {
    if (given >= 0 && given <= 1) {
      return given;
    }
    throw new IllegalArgumentException("not a ratio from 0 to 1: " + given);
  }

  private static final class Constant implements Sampler {
    private final Decision decision;

    Constant(Decision decision) {
      this.decision = decision;
    }

    @Override
    public Decision sample(Candidate candidate) {
      return decision;
    }

    @Override
    public boolean followsUnsampledParent() {
      return !decision.sampled();
    }
  }
}
