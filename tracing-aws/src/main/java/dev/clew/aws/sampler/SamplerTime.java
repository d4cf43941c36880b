// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.sampler;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Time that goes on evenly, and what X-Ray's clock shows meanwhile. Thread-safe.
 *
 * @param nanoTime a monotonic clock
 * @param epochMillis the wall clock
 * @param origin what the monotonic clock showed at first
 */
record SamplerTime(LongSupplier nanoTime, LongSupplier epochMillis, long origin) {

  static SamplerTime of(LongSupplier nanoTime, LongSupplier epochMillis) {
    return new SamplerTime(nanoTime, epochMillis, nanoTime.getAsLong());
  }

  static SamplerTime ofSystem() {
    return of(System::nanoTime, System::currentTimeMillis);
  }

  /** Nanoseconds since a second before this was made: never 0, which stands for long ago. */
  long elapsed() {
    return nanoTime.getAsLong() - origin + Reservoir.SECOND;
  }

  /** The same for a time of the wall clock. */
  long elapsedAt(long epochMillis) {
    return elapsed() + TimeUnit.MILLISECONDS.toNanos(epochMillis - now());
  }

  /** Epoch milliseconds. */
  long now() {
    return epochMillis.getAsLong();
  }
}
