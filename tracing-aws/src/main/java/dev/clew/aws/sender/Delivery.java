// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.sender;

import dev.clew.exporter.sender.SendResult;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * A batch on its way, which may be many requests: what does not go through is sent again, alone,
 * after pauses that grow, until the time for this attempt is up. For one thread.
 */
public final class Delivery {

  private static final long FIRST_PAUSE = TimeUnit.MILLISECONDS.toNanos(25);
  private static final int DOUBLINGS = 7;

  private final AwsConnection connection;
  private long end;
  private long rejected;
  private String why = "";

  /** A request with entries that may fail one by one. */
  @FunctionalInterface
  public interface Request<T> {
    /**
     * Sends entries once.
     *
     * @return those that have not gone through
     * @throws SdkException where none has, or nobody knows
     */
    List<T> send(List<T> entries);
  }

  /** One that has so much time. */
  public Delivery(AwsConnection connection, Duration timeout) {
    this.connection = connection;
    again(timeout);
  }

  /** Begins one more attempt, with so much time. */
  void again(Duration timeout) {
    end = System.nanoTime() + timeout.toNanos();
  }

  /**
   * Sends entries until all have gone through, or were refused for good.
   *
   * @return those that were refused
   * @throws IOException where time is up
   */
  public <T> List<T> complete(List<T> entries, Request<T> request)
      throws IOException, InterruptedException {
    List<T> left = entries;
    for (int attempt = 1; !left.isEmpty(); attempt++) {
      try {
        left = request.send(left);
        if (!left.isEmpty()) {
          pause(attempt, left.size() + " entries were not taken");
        }
      } catch (SdkException failed) {
        if (!pauseIfItMayPass(attempt, failed)) {
          return left;
        }
      }
    }
    return left;
  }

  /**
   * Waits before what has failed is tried again, unless there is no sense in that.
   *
   * @param attempt how often it has failed, from 1
   * @return whether to try again
   * @throws IOException where there is no time left to wait
   */
  public boolean pauseIfItMayPass(int attempt, SdkException failure)
      throws IOException, InterruptedException {
    if (failure instanceof AbortedException) {
      throw failure;
    }
    boolean mayPass = Failures.mayPass(failure);
    if (mayPass) {
      pause(attempt, failure.getMessage());
    } else {
      why = failure.getMessage();
    }
    return mayPass;
  }

  /**
   * Waits before something is tried again.
   *
   * @param attempt how often it has failed, from 1
   * @param failure why, for people
   * @throws IOException where there is no time left to wait
   */
  public void pause(int attempt, String failure) throws IOException, InterruptedException {
    long full = FIRST_PAUSE << Math.min(attempt - 1, DOUBLINGS);
    long pause = full / 2 + ThreadLocalRandom.current().nextLong(full / 2);
    if (connection.isAborted() || end - System.nanoTime() < pause) {
      throw new IOException(failure);
    }
    TimeUnit.NANOSECONDS.sleep(pause);
  }

  /** Counts spans that were refused for good; the first reason is told. */
  public void reject(long spans, String reason) {
    rejected += spans;
    if (why.isEmpty()) {
      why = reason;
    }
  }

  /**
   * What has become of the batch, now that it is through; what was refused for good and costs no
   * span is told, too.
   */
  public SendResult result() {
    return rejected == 0 && why.isEmpty()
        ? SendResult.success()
        : SendResult.partial(rejected, why);
  }
}
