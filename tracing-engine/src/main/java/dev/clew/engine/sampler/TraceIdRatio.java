// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine.sampler;

/**
 * Compares the trace id's last 63 bits with a bound, as OpenTelemetry's Java SDK does: two services
 * of one trace must come to the same decision.
 */
final class TraceIdRatio implements Sampler {

  private final long bound;

  TraceIdRatio(double ratio) {
    // Nothing is below MIN_VALUE; the absolute value of MIN_VALUE is, and is below 0.
    this.bound = ratio == 0 ? Long.MIN_VALUE : (long) (ratio * Long.MAX_VALUE);
  }

  @Override
  public Decision sample(Candidate candidate) {
    return Decision.of(Math.abs(candidate.traceIdLow()) < bound);
  }
}
