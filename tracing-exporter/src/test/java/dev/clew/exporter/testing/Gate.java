// SPDX-License-Identifier: Apache-2.0
package dev.clew.exporter.testing;

import dev.clew.exporter.sender.Batch;
import dev.clew.exporter.sender.SendResult;
import dev.clew.exporter.sender.Sender;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A sender whose sends stand still until it is opened, aborted or interrupted, as far as it minds.
 */
public final class Gate implements Sender {

  private final CountDownLatch open = new CountDownLatch(1);
  private final CountDownLatch entered = new CountDownLatch(1);
  private final CountDownLatch closed = new CountDownLatch(1);
  private final AtomicLong spans = new AtomicLong();
  private final boolean mindsInterrupts;
  private volatile Thread thread;

  private Gate(boolean mindsInterrupts) {
    this.mindsInterrupts = mindsInterrupts;
  }

  public static Gate shut() {
    return new Gate(true);
  }

  /** One that only {@link #open} opens. */
  public static Gate deaf() {
    return new Gate(false);
  }

  public static Gate opened() {
    Gate gate = new Gate(true);
    gate.open();
    return gate;
  }

  public void open() {
    open.countDown();
  }

  /** Waits until somebody stands before it. */
  public void awaitEntered() throws InterruptedException {
    entered.await();
  }

  public void awaitClosed() throws InterruptedException {
    closed.await();
  }

  public boolean isClosed() {
    return closed.getCount() == 0;
  }

  /** How many spans went through. */
  public long spans() {
    return spans.get();
  }

  /** The thread that sends. */
  public Thread thread() {
    return thread;
  }

  @Override
  public SendResult send(Batch batch, Duration timeout) throws InterruptedException {
    thread = Thread.currentThread();
    entered.countDown();
    while (open.getCount() > 0) {
      try {
        open.await();
      } catch (InterruptedException interrupted) {
        if (mindsInterrupts) {
          throw interrupted;
        }
      }
    }
    spans.addAndGet(batch.spans());
    return SendResult.success();
  }

  @Override
  public void close() {
    closed.countDown();
  }
}
