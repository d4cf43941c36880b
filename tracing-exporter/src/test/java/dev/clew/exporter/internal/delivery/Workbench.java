// SPDX-License-Identifier: Apache-2.0
package dev.clew.exporter.internal.delivery;

import dev.clew.exporter.internal.journal.Journal;
import dev.clew.exporter.sender.Batch;
import dev.clew.exporter.sender.SendResult;
import dev.clew.exporter.sender.Sender;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** A delivery with a clock that stands still, and a sender that does as it is told. */
final class Workbench implements Sender {

  static final Duration DELAY = Duration.ofSeconds(1);
  static final int BATCH = 10;
  static final int SEGMENT = 1024;

  /** What the sender answers; may throw. */
  @FunctionalInterface
  interface Answer {
    SendResult answer() throws IOException, InterruptedException;
  }

  final Journal journal;
  int woken;
  final Deque<Answer> answers = new ArrayDeque<>();
  final List<Integer> sent = new ArrayList<>();
  final List<Batch> batches = new ArrayList<>();
  long toldDropped;
  long now = -5_000_000_000L;
  final Delivery delivery;

  Workbench() {
    this(1 << 20);
  }

  Workbench(long batchBytes) {
    this(batchBytes, SEGMENT);
  }

  Workbench(long batchBytes, int segmentBytes) {
    journal = new Journal(8 * segmentBytes, segmentBytes, () -> woken++);
    Warnings warnings = new Warnings("test");
    delivery =
        new Delivery(
            new Lane(
                "test",
                this,
                journal,
                new Origin(warnings),
                new BatchPolicy(DELAY, BATCH, batchBytes, Duration.ofSeconds(5)),
                new Backoff(() -> 1.0),
                warnings,
                () -> {}),
            () -> now);
  }

  @Override
  public SendResult send(Batch batch, Duration timeout) throws IOException, InterruptedException {
    sent.add(batch.spans());
    batches.add(batch);
    toldDropped = batch.dropped();
    Answer answer = answers.poll();
    return answer == null ? SendResult.success() : answer.answer();
  }

  void offer(int spans) {
    for (int i = 0; i < spans; i++) {
      journal.offer(0, new byte[40], 0, 40);
    }
  }

  /** Lets it work until it would wait; how long it would. */
  Duration run() {
    long wait = delivery.run();
    for (int i = 0; wait <= 0; i++) {
      if (i > 10_000) {
        throw new AssertionError("it spins");
      }
      wait = delivery.run();
    }
    return Duration.ofNanos(wait);
  }

  Duration runAfter(Duration time) {
    now += time.toNanos();
    return run();
  }

  Tally tally() {
    return delivery.tally();
  }
}
