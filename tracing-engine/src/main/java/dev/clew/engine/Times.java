// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine;

import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** Explicit timestamps as nanoseconds since 1970; 0 stands for "none given". */
final class Times {

  private Times() {}

  /** 0 for what is {@code null} or before 1970; the last nanosecond that fits for what is later. */
  static long epochNanos(Instant instant) {
    if (instant == null || instant.getEpochSecond() < 0) {
      return 0;
    }
    long nanos = TimeUnit.SECONDS.toNanos(instant.getEpochSecond());
    return nanos > Long.MAX_VALUE - instant.getNano() ? Long.MAX_VALUE : nanos + instant.getNano();
  }

  /** 0 for a timestamp below 0 or without a unit. */
  static long epochNanos(long timestamp, TimeUnit unit) {
    return unit == null || timestamp < 0 ? 0 : unit.toNanos(timestamp);
  }
}
