// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks.report;

import java.util.List;

/**
 * A tracer in a layer.
 *
 * @param tracer its name
 * @param sampling what it makes of sampling rates
 */
public record Series(String tracer, Sampling sampling) {

  /** Which rates make a difference. */
  enum Sampling {
    ALL,
    ONE,
    NONE
  }

  static Series atEveryRate(String tracer) {
    return new Series(tracer, Sampling.ALL);
  }

  /** Measured only where every trace is recorded. */
  static Series recordingAll(String tracer) {
    return new Series(tracer, Sampling.ONE);
  }

  /** For those that do not sample. */
  static Series withoutRate(String tracer) {
    return new Series(tracer, Sampling.NONE);
  }

  /** Those of the given rates that it is measured at. */
  public List<String> rates(List<String> rates) {
    return switch (sampling) {
      case ALL -> rates;
      case ONE -> List.of("1");
      case NONE -> List.of(Key.NO_RATE);
    };
  }
}
