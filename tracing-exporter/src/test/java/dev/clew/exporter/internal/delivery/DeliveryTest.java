// SPDX-License-Identifier: Apache-2.0
package dev.clew.exporter.internal.delivery;

import static dev.clew.exporter.internal.delivery.Workbench.BATCH;
import static dev.clew.exporter.internal.delivery.Workbench.DELAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.exporter.sender.SendResult;
import dev.clew.exporter.testing.Logs;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeliveryTest {

  private static final Duration NOTHING = Duration.ZERO;

  private final Logs logs = new Logs();
  private final Workbench bench = new Workbench();

  @AfterEach
  void close() {
    logs.close();
  }

  @Test
  void sendsWhatThereIsOnceTheDelayIsOver() {
    bench.offer(3);

    assertThat(bench.run()).isEqualTo(DELAY);
    assertThat(bench.sent).isEmpty();
    assertThat(bench.runAfter(DELAY)).isEqualTo(DELAY);
    assertThat(bench.sent).containsExactly(3);
  }

  @Test
  void sendsAtOnceWhatMakesAFullBatch() {
    bench.offer(2 * BATCH + 1);

    bench.run();

    assertThat(bench.sent).containsExactly(BATCH, BATCH);
    assertThat(bench.tally().pending()).isEqualTo(1);
  }

  @Test
  void asksToBeWokenWhenABatchIsFull() {
    bench.offer(1);
    bench.run();
    bench.offer(BATCH - 1);

    bench.run();

    assertThat(bench.sent).containsExactly(BATCH);
  }

  @Test
  void afterAFullBatchItComesBackByItself() {
    Workbench large = new Workbench(1 << 20, 1 << 20);
    large.offer(BATCH);
    large.run();

    large.offer(BATCH);

    assertThat(large.runAfter(Duration.ofMillis(1))).hasMillis(1);
    assertThat(large.sent).containsExactly(BATCH, BATCH);
    assertThat(large.woken).isZero();
  }

  @Test
  void asksToBeWokenAgainOnceBatchesDoNotFillSoon() {
    Workbench large = new Workbench(1 << 20, 1 << 20);
    large.offer(BATCH);
    assertThat(large.run()).hasMillis(1);
    large.runAfter(Duration.ofMillis(1));

    large.offer(BATCH);

    assertThat(large.woken).isEqualTo(1);
  }

  @Test
  void cutsBatchesByTheirBytes() {
    Workbench small = new Workbench(100);
    small.offer(BATCH);

    small.run();
    small.runAfter(DELAY);

    assertThat(small.sent).containsExactly(3, 3, 3, 1);
  }

  @Test
  void waitsForTheDelayAgainWhereThereWasNothing() {
    assertThat(bench.run()).isEqualTo(DELAY);
    assertThat(bench.runAfter(DELAY)).isEqualTo(DELAY);
    bench.offer(1);
    assertThat(bench.runAfter(DELAY.dividedBy(2))).isEqualTo(DELAY.dividedBy(2));
    bench.runAfter(DELAY.dividedBy(2));

    assertThat(bench.sent).containsExactly(1);
  }

  @Test
  void triesAgainLaterAndLater() {
    bench.offer(BATCH);
    for (int i = 0; i < 8; i++) {
      bench.answers.add(() -> SendResult.retry("busy"));
    }

    assertThat(bench.run()).hasSeconds(1);
    assertThat(bench.runAfter(Duration.ofSeconds(1))).hasSeconds(2);
    assertThat(bench.runAfter(Duration.ofSeconds(2))).hasSeconds(4);
    assertThat(bench.runAfter(Duration.ofSeconds(4))).hasSeconds(8);
    assertThat(bench.runAfter(Duration.ofSeconds(8))).hasSeconds(16);
    assertThat(bench.runAfter(Duration.ofSeconds(16))).hasSeconds(30);
    assertThat(bench.runAfter(Duration.ofSeconds(30))).hasSeconds(30);
    assertThat(bench.runAfter(Duration.ofSeconds(29))).hasSeconds(1);
    assertThat(bench.sent).hasSize(7);
    assertThat(bench.tally().retried()).isEqualTo(6 * BATCH);
  }

  @Test
  void aBatchThatIsTriedAgainIsTheSameInstance() {
    bench.offer(2 * BATCH);
    bench.answers.add(() -> SendResult.retry("busy"));
    bench.run();
    bench.runAfter(Duration.ofSeconds(1));

    assertThat(bench.batches).hasSize(3);
    assertThat(bench.batches.get(1)).isSameAs(bench.batches.get(0));
    assertThat(bench.batches.get(2)).isNotSameAs(bench.batches.get(0));
  }

  @Test
  void waitsAsLongAsTheReceiverAsks() {
    bench.offer(BATCH);
    bench.answers.add(() -> SendResult.retryAfter(Duration.ofSeconds(77), "busy"));
    bench.answers.add(() -> SendResult.retryAfter(Duration.ofDays(77), "busy"));
    bench.answers.add(() -> SendResult.retryAfter(Duration.ofSeconds(-1), "busy"));

    assertThat(bench.run()).hasSeconds(77);
    assertThat(bench.runAfter(Duration.ofSeconds(77))).isEqualTo(Backoff.LONGEST_ASKED_FOR);
    bench.runAfter(Backoff.LONGEST_ASKED_FOR);
    assertThat(bench.tally().sent()).isEqualTo(BATCH);
  }

  @Test
  void flushSendsWithoutDelay() {
    bench.offer(3);
    bench.delivery.flush(3);

    bench.run();

    assertThat(bench.sent).containsExactly(3);
    assertThat(bench.delivery.hasSettled(3)).isTrue();
    assertThat(bench.delivery.hasSettled(4)).isFalse();
  }

  @Test
  void flushSkipsOurOwnWaitOnce() {
    bench.offer(BATCH);
    bench.answers.add(() -> SendResult.retry("busy"));
    bench.answers.add(() -> SendResult.retry("busy"));
    bench.run();

    bench.delivery.flush(BATCH);

    assertThat(bench.run()).hasSeconds(2);
    assertThat(bench.sent).hasSize(2);
    assertThat(bench.delivery.hasSettled(BATCH)).isFalse();
  }

  @Test
  void flushDoesNotSkipWhatTheReceiverAskedFor() {
    bench.offer(BATCH);
    bench.answers.add(() -> SendResult.retryAfter(Duration.ofSeconds(9), "busy"));
    bench.run();

    bench.delivery.flush(BATCH);

    assertThat(bench.run()).hasSeconds(9);
    assertThat(bench.sent).hasSize(1);
  }

  @Test
  void losesNothingWhileTheJournalHasRoomHoweverOftenItFails() {
    bench.offer(BATCH);
    for (int i = 0; i < 500; i++) {
      bench.answers.add(() -> SendResult.retry("down"));
    }
    for (int i = 0; i < 500; i++) {
      bench.runAfter(Duration.ofMinutes(1));
    }
    bench.offer(BATCH);

    bench.runAfter(Duration.ofMinutes(1));

    assertThat(bench.sent).hasSize(502);
    assertThat(bench.tally().dropped()).isZero();
    assertThat(bench.tally().sent()).isEqualTo(2 * BATCH);
  }

  @Test
  void givesUpTheOldestBatchOnceTheJournalIsFullAnyway() {
    bench.offer(BATCH);
    for (int i = 0; i < Delivery.ATTEMPTS; i++) {
      bench.answers.add(() -> SendResult.retry("poison"));
      bench.runAfter(Duration.ofMinutes(1));
    }
    assertThat(bench.tally().dropped()).isZero();
    bench.offer(300);
    long evicted = bench.tally().dropped();
    bench.answers.add(() -> SendResult.retry("poison"));

    bench.runAfter(Duration.ofMinutes(1));

    assertThat(evicted).isPositive();
    assertThat(bench.tally().dropped()).isEqualTo(evicted + BATCH);
    assertThat(bench.tally().sent() + bench.tally().pending()).isEqualTo(300 - evicted);
  }

  @Test
  void countsWhatTheReceiverRefused() {
    bench.offer(3 * BATCH);
    bench.answers.add(() -> SendResult.partial(3, "odd"));
    bench.answers.add(() -> SendResult.failed("no"));
    bench.answers.add(() -> SendResult.partial(99, "nonsense"));

    bench.run();

    assertThat(bench.tally().sent()).isEqualTo(BATCH - 3);
    assertThat(bench.tally().dropped()).isEqualTo(3 + 2 * BATCH);
    assertThat(bench.tally().pending()).isZero();
  }

  @Test
  void eachBatchTellsWhatWasLostBefore() {
    bench.offer(BATCH);
    bench.run();
    assertThat(bench.toldDropped).isZero();

    bench.answers.add(() -> SendResult.partial(3, "odd"));
    bench.offer(300);
    bench.journal.refuse();
    bench.run();

    assertThat(bench.tally().dropped()).isGreaterThan(3);
    assertThat(bench.toldDropped).isEqualTo(bench.tally().dropped() + 1);
  }

  @Test
  void anErrorCostsItsBatchAndNoMore() {
    bench.offer(4 * BATCH);
    bench.answers.add(
        () -> {
          throw new StackOverflowError("deep");
        });
    bench.answers.add(
        () -> {
          throw new IllegalStateException("bug");
        });
    bench.answers.add(() -> null);

    bench.run();

    assertThat(bench.tally().dropped()).isEqualTo(3 * BATCH);
    assertThat(bench.tally().sent()).isEqualTo(BATCH);
  }

  @Test
  void anInputOutputExceptionIsTriedAgain() {
    bench.offer(BATCH);
    bench.answers.add(
        () -> {
          throw new IOException("refused");
        });
    bench.answers.add(
        () -> {
          throw new InterruptedException();
        });

    bench.run();
    bench.runAfter(Duration.ofMinutes(1));
    bench.runAfter(Duration.ofMinutes(1));

    assertThat(bench.tally().sent()).isEqualTo(BATCH);
    assertThat(bench.tally().dropped()).isZero();
  }

  @Test
  void anErrorWithoutADescriptionDoesNoHarm() {
    bench.offer(BATCH);
    bench.answers.add(
        () -> {
          throw new IllegalStateException() {
            private static final long serialVersionUID = 1;

            @Override
            public String toString() {
              throw new IllegalStateException();
            }
          };
        });

    bench.run();

    assertThat(bench.tally().dropped()).isEqualTo(BATCH);
    assertThat(bench.run()).isGreaterThan(NOTHING);
  }

  @Test
  void noDelayDoesNotSpinAndNoTimeoutIsNoLimit() {
    BatchPolicy policy = new BatchPolicy(NOTHING, 1, 1, NOTHING);

    assertThat(policy.delay).isPositive();
    assertThat(policy.timeout).isGreaterThan(Duration.ofHours(1));
  }
}
