// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.sampler;

import dev.clew.aws.Untraced;
import io.opentelemetry.context.Scope;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * The thread that asks X-Ray. Its own calls are not traced, and it ends when it is closed, whatever
 * it was waiting for.
 */
final class PollingThread implements AutoCloseable {

  private static final long LONGEST_END_MILLIS = 1000;

  private final SamplingApi api;
  private final Supplier<Polling> polling;
  private final Thread thread = new Thread(this::run, "clew-aws-sampler");
  private volatile boolean closed;

  private PollingThread(SamplingApi api, Supplier<Polling> polling) {
    this.api = api;
    this.polling = polling;
  }

  /**
   * Starts it.
   *
   * @param api is closed in the end
   * @param polling what there is to be found out first is found out on the thread
   */
  static PollingThread start(SamplingApi api, Supplier<Polling> polling) {
    PollingThread started = new PollingThread(api, polling);
    started.thread.setDaemon(true);
    started.thread.start();
    return started;
  }

  private void run() {
    Scope untraced = Untraced.open();
    try {
      Polling mine = polling.get();
      while (!closed) {
        TimeUnit.NANOSECONDS.sleep(mine.poll());
      }
    } catch (InterruptedException end) {
      // Nobody else interrupts it.
    } finally {
      untraced.close();
      api.close();
    }
  }

  @Override
  public void close() {
    closed = true;
    api.abort();
    thread.interrupt();
    try {
      thread.join(LONGEST_END_MILLIS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
