// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine;

/**
 * Two clocks: a monotonic one that times spans, and the wall clock that says when a local trace
 * began. All spans below one local root use its offset, so that they fit together to the nanosecond
 * even while the wall clock is being set. Thread-safe.
 */
interface Clock {

  /** Nanoseconds from an arbitrary origin, never running backwards. */
  long nanoTime();

  /**
   * What must be added to a value of {@link #nanoTime} to get nanoseconds since 1970.
   *
   * @param nanoTime a value just read
   */
  long epochOffset(long nanoTime);
}
