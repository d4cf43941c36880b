// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks.report;

/** What is compared of a benchmark. */
enum Measure {
  /** Of the thread that is measured, by the clock. */
  TIME("ns", ""),
  /** Of all threads, by the processor. */
  CPU("ns", CpuTime.LABEL),
  /** Allocated by all threads. */
  BYTES("B", "gc.alloc.rate.norm");

  private final String unit;
  private final String label;

  Measure(String unit, String label) {
    this.unit = unit;
    this.label = label;
  }

  String unit() {
    return unit;
  }

  /** Empty for JMH's own score. */
  String label() {
    return label;
  }
}
