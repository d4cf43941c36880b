// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine;

/**
 * What all tracers of one engine share.
 *
 * @param limits how much a span may hold
 * @param clock what times spans
 * @param sampling which spans are recorded
 * @param outlet where they go
 * @param faults where failures are reported
 */
record Recorder(Limits limits, Clock clock, Sampling sampling, Outlet outlet, Faults faults) {

  /** Reports that something of the application's failed while it was being recorded. */
  void fault(Throwable failed) {
    faults.report("CLEW-0103", "Something could not be recorded and was left out", failed);
  }
}
