// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.db;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RepetitionsTest {

  private static final int ROOM = 4096;

  private final Repetitions repetitions = new Repetitions();
  private final SplittableRandom random = new SplittableRandom(4711);

  @Test
  void keysAreCountedApart() {
    long[] keys = random.longs(ROOM / 8).toArray();
    for (int round = 1; round <= 20; round++) {
      for (long key : keys) {
        assertThat(repetitions.count(key)).isEqualTo(round);
      }
    }
  }

  @Test
  void whatIsCountedLatelyIsKept() {
    long repeated = random.nextLong();
    for (int count = 1; count <= 5000; count++) {
      assertThat(repetitions.count(repeated)).isEqualTo(count);
      random.longs(ROOM / 16).forEach(repetitions::count);
    }
  }

  @Test
  void keysThatWereNeverCountedAreNew() {
    for (int i = 0; i < 1_000_000; i++) {
      assertThat(repetitions.count(random.nextLong())).isEqualTo(1);
    }
  }

  @Test
  void neighboursInOneSetPushOutTheOldest() {
    long set = 7;
    for (long tag = 1; tag <= 9; tag++) {
      repetitions.count(tag << 40 | set);
    }

    assertThat(repetitions.count(2L << 40 | set)).isEqualTo(2);
    assertThat(repetitions.count(1L << 40 | set)).isEqualTo(1);
  }

  @Test
  void countingEndsAtTheHighestNumber() {
    for (int i = 0; i < Repetitions.MAX + 5; i++) {
      repetitions.count(1);
    }

    assertThat(repetitions.count(1)).isEqualTo(Repetitions.MAX);
  }

  @Test
  void highestNumberIsKept() {
    assertThat(repetitions.isHighest(5, 11)).isTrue();
    assertThat(repetitions.isHighest(5, 11)).isFalse();
    assertThat(repetitions.isHighest(5, 10)).isFalse();
    assertThat(repetitions.isHighest(5, 12)).isTrue();
  }

  @Test
  void threadsCountTogether() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      Callable<Integer> work =
          () -> IntStream.range(0, 1000).map(i -> repetitions.count(99)).max().getAsInt();
      List<Future<Integer>> all = threads.invokeAll(List.of(work, work, work, work));

      int highest = 0;
      for (Future<Integer> one : all) {
        highest = Math.max(highest, one.get());
      }
      assertThat(highest).isEqualTo(4000);
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void nothingIsAllocated() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    countMany();
    long before = threads.getCurrentThreadAllocatedBytes();
    countMany();
    long allocated = threads.getCurrentThreadAllocatedBytes() - before;

    assertThat(allocated).isLessThan(1000);
  }

  private void countMany() {
    for (long key = 0; key < 20_000; key++) {
      repetitions.count(key * 0x9e3779b97f4a7c15L);
    }
  }
}
