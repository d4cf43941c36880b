// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks.console;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Sends spans as fast as the collector takes them. */
final class Intake {

  /** Of the trace that is large. */
  private static final int LARGE_SPANS = 10_000;

  private static final int TOLD_EVERY = 100_000;

  /**
   * What it came to.
   *
   * @param spans how many were sent
   * @param taken until the last one was answered
   * @param stored until the last one was with the store
   * @param processorTime of the collector
   * @param memory the most that the collector had, bytes
   * @param refused how often it said that it must wait
   */
  record Result(
      long spans,
      Duration taken,
      Duration stored,
      Duration processorTime,
      long memory,
      long refused) {}

  private final RunningConsole console;
  private final int senders;
  private final long traces;
  private final AtomicLong nextTrace = new AtomicLong();
  private final AtomicLong answered = new AtomicLong();
  private final AtomicLong refused = new AtomicLong();

  Intake(RunningConsole console, Options options) {
    this.console = console;
    this.senders = options.senders();
    this.traces = Math.max(1, options.spans() / Traffic.SPANS_A_TRACE);
  }

  /** How many traces are sent, numbered from 0, beside the large one. */
  long traces() {
    return traces;
  }

  Result run() throws IOException, InterruptedException {
    Duration used = console.processorTime();
    long start = System.nanoTime();
    sendAll();
    sendLarge();
    Duration taken = Duration.ofNanos(System.nanoTime() - start);
    while (console.metric("clew_console_stored_spans_total") < answered.get()) {
      TimeUnit.MILLISECONDS.sleep(100);
    }
    return new Result(
        answered.get(),
        taken,
        Duration.ofNanos(System.nanoTime() - start),
        console.processorTime().minus(used),
        console.mostResidentBytes(),
        refused.get());
  }

  private void sendAll() throws IOException, InterruptedException {
    ExecutorService threads = Executors.newFixedThreadPool(senders);
    try {
      List<Future<?>> sending = new ArrayList<>();
      for (int sender = 0; sender < senders; sender++) {
        Traffic traffic = new Traffic(sender);
        sending.add(threads.submit(() -> sendPart(traffic)));
      }
      for (Future<?> sender : sending) {
        sender.get();
      }
    } catch (ExecutionException failed) {
      throw new IOException(failed.getCause());
    } finally {
      threads.shutdownNow();
    }
  }

  private Void sendPart(Traffic traffic) throws IOException, InterruptedException {
    int tracesARequest = Traffic.SPANS_A_REQUEST / Traffic.SPANS_A_TRACE;
    for (long first = nextTrace.getAndAdd(tracesARequest);
        first < traces;
        first = nextTrace.getAndAdd(tracesARequest)) {
      int spans = (int) Math.min(tracesARequest, traces - first) * Traffic.SPANS_A_TRACE;
      send(traffic.request(first, spans), spans);
    }
    return null;
  }

  private void sendLarge() throws IOException, InterruptedException {
    Traffic traffic = new Traffic(-1);
    for (int first = 0; first < LARGE_SPANS; first += Traffic.SPANS_A_REQUEST) {
      int spans = Math.min(Traffic.SPANS_A_REQUEST, LARGE_SPANS - first);
      send(traffic.requestOfLarge(first, spans), spans);
    }
  }

  private void send(byte[] request, int spans) throws IOException, InterruptedException {
    int status = console.send(request);
    while (status == 429 || status == 503) {
      refused.incrementAndGet();
      TimeUnit.MILLISECONDS.sleep(50);
      status = console.send(request);
    }
    if (status != 200) {
      throw new IOException("the collector answered " + status);
    }
    long all = answered.addAndGet(spans);
    if (all / TOLD_EVERY > (all - spans) / TOLD_EVERY) {
      System.out.printf("  %,d of %,d spans%n", all, traces * Traffic.SPANS_A_TRACE);
    }
  }
}
