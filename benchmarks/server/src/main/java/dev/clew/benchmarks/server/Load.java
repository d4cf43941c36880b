// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks.server;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;

/**
 * Requests that come at a fixed rate whatever the server does (an open loop), or one after another
 * (a closed one), over a few kept connections, each with a thread of its own.
 *
 * <p>In the open loop a request that had to wait for the one before it counts from when it was due,
 * so that a stall shows in all the requests that it holds up ("coordinated omission"). One that was
 * late only because the generator woke up late counts from when it was sent.
 *
 * @param port where the server listens, on the loopback interface
 * @param connections at least 1
 */
record Load(int port, int connections) {

  private static final int PRODUCTS = 100;
  private static final long HIGHEST_NANOS = TimeUnit.SECONDS.toNanos(60);
  private static final int DIGITS = 3;

  /** What a connection does until it is time to stop. */
  private interface Work {
    void run(HttpConnection connection, int number, Histogram latencies) throws IOException;
  }

  /**
   * So many requests a second.
   *
   * @return how long each took, in nanoseconds
   */
  Histogram atRate(int perSecond, Duration duration) throws IOException, InterruptedException {
    long start = System.nanoTime();
    double interval = 1e9 / perSecond;
    long requests = duration.toNanos() * perSecond / 1_000_000_000L;
    return inParallel(
        (connection, number, latencies) -> {
          for (long i = number; i < requests; i += connections) {
            long due = start + (long) (i * interval);
            boolean held = System.nanoTime() > due;
            await(due);
            long from = held ? due : System.nanoTime();
            connection.get(request(i));
            latencies.recordValue(Math.min(System.nanoTime() - from, HIGHEST_NANOS));
          }
        });
  }

  /** As many requests as the server takes. */
  Histogram atFullSpeed(Duration duration) throws IOException, InterruptedException {
    long end = System.nanoTime() + duration.toNanos();
    return inParallel(
        (connection, number, latencies) -> {
          long i = number;
          for (long now = System.nanoTime(); now < end; i += connections) {
            connection.get(request(i));
            long then = now;
            now = System.nanoTime();
            latencies.recordValue(Math.min(now - then, HIGHEST_NANOS));
          }
        });
  }

  private static void await(long due) {
    for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  private static byte[] request(long number) {
    return Requests.ALL.get((int) (number % PRODUCTS));
  }

  private Histogram inParallel(Work work) throws IOException, InterruptedException {
    ExecutorService threads = Executors.newFixedThreadPool(connections);
    try {
      List<Future<Histogram>> parts = new ArrayList<>();
      for (int i = 0; i < connections; i++) {
        int number = i;
        parts.add(threads.submit(() -> part(work, number)));
      }
      Histogram all = histogram();
      for (Future<Histogram> part : parts) {
        all.add(part.get());
      }
      return all;
    } catch (ExecutionException failed) {
      throw new IOException("a request failed: " + failed.getCause(), failed);
    } finally {
      threads.shutdownNow();
    }
  }

  private Histogram part(Work work, int number) throws IOException {
    Histogram latencies = histogram();
    try (HttpConnection connection = new HttpConnection(port)) {
      work.run(connection, number, latencies);
    }
    return latencies;
  }

  private static Histogram histogram() {
    return new Histogram(HIGHEST_NANOS, DIGITS);
  }

  /** Made once, not for every request. */
  private static final class Requests {

    private static final List<byte[]> ALL =
        IntStream.range(0, PRODUCTS)
            .mapToObj(id -> HttpConnection.request(Subject.PATH + id))
            .toList();

    private Requests() {}
  }
}
