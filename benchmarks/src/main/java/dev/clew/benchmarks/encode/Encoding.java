// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks.encode;

/** Somebody's encoder with {@link #SPANS} spans before it. For one thread. */
public interface Encoding {

  /** How many spans are encoded at once: a usual batch, so that what surrounds it counts little. */
  int SPANS = 512;

  /** How long each span took, in nanoseconds. */
  long DURATION = 1_234_567;

  /**
   * Encodes all spans as OTLP.
   *
   * @return how many bytes that came to
   */
  int encode();
}
