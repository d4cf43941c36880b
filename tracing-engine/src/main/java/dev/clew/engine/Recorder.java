// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine;

import dev.clew.engine.sampler.RecordingCost;

/** What all tracers of one engine share. */
final class Recorder {

  private final Limits limits;
  private final Clock clock;
  private final Sampling sampling;
  private final Outlet outlet;
  private final Faults faults;
  private final RecordingCost cost;

  Recorder(Limits limits, Clock clock, Sampling sampling, Outlet outlet, Faults faults) {
    this.limits = limits;
    this.clock = clock;
    this.sampling = sampling;
    this.outlet = outlet;
    this.faults = faults;
    this.cost = sampling.cost();
  }

  /** How much a span may hold. */
  Limits limits() {
    return limits;
  }

  /** What times spans. */
  Clock clock() {
    return clock;
  }

  /** Which spans are recorded. */
  Sampling sampling() {
    return sampling;
  }

  /** Told what they cost; {@code null} where nobody wants to know. */
  RecordingCost cost() {
    return cost;
  }

  /** Where they go. */
  Outlet outlet() {
    return outlet;
  }

  /** Where failures are reported. */
  Faults faults() {
    return faults;
  }

  /** Reports that something of the application's failed while it was being recorded. */
  void fault(Throwable failed) {
    faults.report("CLEW-0103", "Something could not be recorded and was left out", failed);
  }
}
