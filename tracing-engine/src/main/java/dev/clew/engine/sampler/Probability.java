// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine.sampler;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.TraceState;

/**
 * OpenTelemetry's {@code ProbabilitySampler} (Trace SDK): asks nobody, so that the spans of a trace
 * agree where all have the same ratio. A trace that starts here costs nothing beyond its span.
 */
final class Probability implements Sampler {

  private final double ratio;
  private final long threshold;
  private final Decision root;

  Probability(double ratio) {
    if (!(ratio >= 0 && ratio <= 1)) {
      throw new IllegalArgumentException("not a ratio from 0 to 1: " + ratio);
    }
    this.ratio = ratio;
    this.threshold = Consistent.threshold(ratio);
    this.root = sampled(Consistent.with(TraceState.getDefault(), threshold));
  }

  @Override
  public Decision sample(Candidate candidate) {
    TraceState state = candidate.parent().getTraceState();
    boolean sampled = Consistent.randomness(state, candidate.traceIdLow()) >= threshold;
    if (state.isEmpty()) {
      return sampled ? root : Decision.DROP;
    }
    TraceState own = Consistent.with(state, sampled ? threshold : Consistent.NOTHING);
    return sampled ? sampled(own) : new Decision(false, Attributes.empty(), own);
  }

  private static Decision sampled(TraceState state) {
    return new Decision(true, Attributes.empty(), state);
  }

  @Override
  public String toString() {
    return "probability{" + ratio + "}";
  }
}
