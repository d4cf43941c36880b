// SPDX-License-Identifier: Apache-2.0
package dev.clew.exporter.internal.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.exporter.sender.SendResult;
import dev.clew.exporter.testing.Logs;
import java.io.IOException;
import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whatever a sender does, every accepted span is sent, dropped or pending, and in one of them. */
class TallyPropertyTest {

  private final Logs logs = new Logs();

  @AfterEach
  void close() {
    logs.close();
  }

  @Test
  void everySpanIsInExactlyOneCountAfterEveryStep() {
    for (int seed = 0; seed < 200; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      Workbench bench = new Workbench(1 + random.nextInt(1000));
      for (int step = 0; step < 200; step++) {
        act(bench, random);
        check(bench, seed, step);
      }
      finish(bench);
      check(bench, seed, -1);
      assertThat(bench.tally().pending()).isZero();
    }
  }

  private static void act(Workbench bench, SplittableRandom random) {
    switch (random.nextInt(5)) {
      case 0 -> bench.offer(random.nextInt(120));
      case 1 -> bench.offer(random.nextInt(5));
      case 2 -> bench.answers.add(answer(random.nextInt(6), random.nextInt(20)));
      case 3 -> bench.delivery.flush(bench.journal.end());
      default -> bench.runAfter(Duration.ofSeconds(random.nextInt(40)));
    }
  }

  private static Workbench.Answer answer(int kind, int number) {
    return switch (kind) {
      case 0 -> () -> SendResult.partial(number, "");
      case 1 -> () -> SendResult.failed("");
      case 2 ->
          () -> {
            throw new IOException();
          };
      case 3 ->
          () -> {
            throw new AssertionError();
          };
      default -> () -> SendResult.retryAfter(Duration.ofSeconds(number), "");
    };
  }

  private static void finish(Workbench bench) {
    bench.journal.close();
    bench.answers.clear();
    bench.offer(5);
    bench.delivery.flush(bench.journal.end());
    bench.runAfter(Duration.ofHours(1));
    bench.runAfter(Duration.ofHours(1));
  }

  private static void check(Workbench bench, int seed, int step) {
    Tally tally = bench.tally();
    assertThat(tally.sent() + tally.dropped() + tally.pending())
        .as("seed %d, step %d", seed, step)
        .isEqualTo(bench.journal.end());
    assertThat(Math.min(tally.pending(), Math.min(tally.sent(), tally.dropped()))).isNotNegative();
  }
}
