// SPDX-License-Identifier: Apache-2.0
package dev.clew.exporter.internal.delivery;

import dev.clew.exporter.internal.journal.Cursor;
import dev.clew.exporter.sender.Batch;
import dev.clew.exporter.sender.BatchBuilder;
import dev.clew.exporter.sender.SendResult;
import dev.clew.exporter.sender.SendResult.Outcome;
import java.util.function.LongSupplier;

/**
 * Takes what a cursor reads to a sender, a batch at a time. A batch that does not arrive is tried
 * again for as long as the journal keeps what comes after it: a receiver that is down costs nothing
 * until the journal is full. From then on something must go, and the oldest goes first: a batch
 * that has failed often enough is given up.
 *
 * <p>Decides, and keeps no thread: {@link #run} is called by one thread, the rest by any.
 */
final class Delivery implements Cursor.Reader {

  /** How often a batch has failed at least before it makes room. */
  static final int ATTEMPTS = 5;

  /** How long to wait for a producer that has reserved its place, or for a batch to fill. */
  private static final long SOON = 1_000_000;

  private final Lane lane;
  private final LongSupplier clock;
  private final Cursor cursor;
  private final Tally tally;

  private final Attempts attempts;

  private final BatchBuilder builder = new BatchBuilder();
  private byte[] resource;
  private Batch batch;
  private int failures;
  private long lostBefore;
  private long due;
  private long retryAt;

  /** Until when it comes back by itself, after a full batch: producers need not wake it. */
  private long busyUntil;

  private boolean toldToWait;

  /** The record before which nobody wants to wait. */
  private volatile long flushTo;

  private volatile boolean hurry;

  /** The record before which everything has arrived or was given up. */
  private volatile long settledTo;

  Delivery(Lane lane, LongSupplier clock) {
    this.lane = lane;
    this.clock = clock;
    this.cursor = lane.journal.cursor();
    this.tally = new Tally(cursor);
    this.attempts = new Attempts(lane);
    this.busyUntil = clock.getAsLong();
    this.due = busyUntil + lane.policy.delay.toNanos();
  }

  /**
   * Does the next thing, if it is time.
   *
   * @return how many nanoseconds to wait before the next call, unless something happens
   */
  long run() {
    long now = clock.getAsLong();
    long wait = batch != null ? untilRetry(now) : untilDue(now);
    if (wait > 0) {
      return wait;
    }
    if (batch == null && !take(now)) {
      return idle();
    }
    attempt();
    return 0;
  }

  /** Settles all records before that number as soon as can be. */
  synchronized void flush(long end) {
    flushTo = Math.max(flushTo, end);
    hurry = true;
  }

  /** Whether all records before that number have arrived or were given up. */
  boolean hasSettled(long end) {
    return settledTo >= end;
  }

  Cursor cursor() {
    return cursor;
  }

  Tally tally() {
    return tally;
  }

  Attempts attempts() {
    return attempts;
  }

  /** Who flushes skips our own back-off once; what the receiver asked for is kept. */
  private long untilRetry(long now) {
    if (hurry) {
      hurry = false;
      return toldToWait ? retryAt - now : 0;
    }
    return retryAt - now;
  }

  private long untilDue(long now) {
    hurry = false;
    boolean busy = busyUntil - now > 0;
    if (cursor.position() < flushTo || isFull(busy)) {
      return 0;
    }
    return busy ? Math.min(busyUntil, due) - now : due - now;
  }

  /** Looks again once it has asked to be woken, so that nothing falls between. */
  private boolean isFull(boolean busy) {
    long full = cursor.position() + lane.policy.spans;
    if (!busy && !isFullAt(full)) {
      lane.journal.wakeAt(full - 1);
    }
    return isFullAt(full);
  }

  private boolean isFullAt(long record) {
    return lane.journal.end() >= record || cursor.hasBytes(lane.policy.bytes);
  }

  private boolean take(long now) {
    due = now + lane.policy.delay.toNanos();
    failures = 0;
    builder.clear();
    try {
      cursor.read(this);
      tally.taken(builder.spans());
      warnOfLoss();
      if (builder.spans() > 0) {
        builder.dropped(tally.dropped() + lane.journal.refused());
        batch = builder.build(resource, lane.origin::scope);
      }
    } finally {
      if (batch == null) {
        // No memory, say: what was read and is in no batch is lost.
        tally.settled(0, builder.spans());
      }
    }
    return batch != null;
  }

  /** A batch is of one resource; there are several where an earlier run's spans are sent. */
  @Override
  public boolean wants(int scope) {
    byte[] its = lane.origin.resource(scope);
    if (builder.spans() == 0) {
      resource = its;
    }
    return resource == its;
  }

  @Override
  public boolean record(int scope, byte[] bytes, int offset, int length) {
    BatchPolicy policy = lane.policy;
    builder.add(scope, bytes, offset, length);
    if (builder.spans() < policy.spans && builder.bytes() < policy.bytes) {
      return true;
    }
    busyUntil = clock.getAsLong() + SOON;
    return false;
  }

  private void warnOfLoss() {
    long lost = cursor.lost();
    if (lost > lostBefore) {
      long more = lost - lostBefore;
      lane.warnings.warn("CLEW-0206", "too slow; the buffer dropped " + more + " spans", "");
      lostBefore = lost;
    }
  }

  private long idle() {
    settle();
    boolean reserved = cursor.position() < lane.journal.end();
    return reserved ? SOON : lane.policy.delay.toNanos();
  }

  private void attempt() {
    if (failures > 0) {
      tally.retry(batch.spans());
    }
    SendResult result = attempts.send(batch);
    Outcome outcome = result.outcome();
    if (outcome == Outcome.RETRY) {
      retryLater(result);
    } else if (outcome == Outcome.PARTIAL) {
      finish(Math.min(Math.max(0, result.rejected()), batch.spans()));
    } else {
      finish(outcome == Outcome.SUCCESS ? 0 : batch.spans());
    }
  }

  private void retryLater(SendResult result) {
    failures++;
    if (failures >= ATTEMPTS && cursor.lost() > lostBefore) {
      finish(batch.spans());
      return;
    }
    toldToWait = result.retryAfter() != null;
    long wait = toldToWait ? Backoff.asked(result.retryAfter()) : lane.backoff.nanos(failures);
    retryAt = clock.getAsLong() + wait;
  }

  private void finish(long rejected) {
    tally.settled(batch.spans() - rejected, rejected);
    batch = null;
    builder.clear(); // It refers to memory of the journal, which may be needed no more.
    settle();
  }

  private void settle() {
    cursor.done();
    settledTo = cursor.position();
    lane.progress.run();
  }
}
