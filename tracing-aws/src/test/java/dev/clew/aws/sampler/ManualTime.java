// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.sampler;

import java.time.Duration;

/** Time goes on when a test says so. */
final class ManualTime {

  private static final long EPOCH_MILLIS = 1_800_000_000_000L;

  private long nanos;

  SamplerTime asSamplerTime() {
    return SamplerTime.of(() -> nanos - 5_000, () -> EPOCH_MILLIS + nanos / 1_000_000);
  }

  void advance(Duration time) {
    nanos += time.toNanos();
  }

  Duration sinceStart() {
    return Duration.ofNanos(nanos);
  }
}
