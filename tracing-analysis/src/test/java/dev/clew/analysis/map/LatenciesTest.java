// SPDX-License-Identifier: Apache-2.0
package dev.clew.analysis.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LatenciesTest {

  @Test
  void percentilesAreRightToWithinASixteenth() {
    for (long seed = 0; seed < 200; seed++) {
      long[] nanos = durations(seed, 1 + new Random(seed).nextInt(500));
      Latencies latencies = counted(nanos);
      Arrays.sort(nanos);
      for (double part : new double[] {0, 0.1, 0.5, 0.95, 0.99, 1}) {
        int rank = Math.max(1, (int) Math.ceil(part * nanos.length));
        assertThat((double) latencies.percentile(part))
            .as("seed %d, %s", seed, part)
            .isBetween(15 / 16.0 * nanos[rank - 1], 17 / 16.0 * nanos[rank - 1]);
      }
    }
  }

  @Test
  void addUp() {
    long[] some = durations(1, 300);
    long[] more = durations(2, 200);
    long[] all = new long[500];
    System.arraycopy(some, 0, all, 0, 300);
    System.arraycopy(more, 0, all, 300, 200);
    assertThat(counted(some).plus(counted(more)))
        .isEqualTo(counted(all))
        .isNotEqualTo(counted(some));
  }

  @Test
  void bearsWhateverComes() {
    Latencies latencies = counted(-1, 0, Long.MAX_VALUE);
    assertThat(latencies.count()).isEqualTo(3);
    assertThat(latencies.percentile(0.5)).isZero();
    assertThat(latencies.percentile(1)).isGreaterThan(Long.MAX_VALUE / 16 * 15);
    assertThat(Latencies.none().percentile(0.5)).isZero();
  }

  private static long[] durations(long seed, int count) {
    Random random = new Random(seed);
    return random.longs(count, 0, 60).map(bits -> random.nextLong() >>> 3 + bits).toArray();
  }

  private static Latencies counted(long... nanos) {
    Latencies.Counter counter = new Latencies.Counter();
    for (long duration : nanos) {
      counter.add(duration);
    }
    return counter.latencies();
  }
}
