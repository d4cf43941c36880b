// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks.export;

import dev.clew.benchmarks.encode.EightAttributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * Two threads that record spans of eight attributes, at a fixed rate or as fast as they can. The
 * rate is held by the clock: a producer that was held up makes up for it.
 */
final class Producers implements AutoCloseable {

  private static final int THREADS = 2;
  private static final int TICKS_PER_SECOND = 500;
  private static final long TICK = TimeUnit.SECONDS.toNanos(1) / TICKS_PER_SECOND;
  private static final int UNPACED_TURN = 64;

  /** Counters far enough apart to be on cache lines of their own. */
  private static final int APART = 16;

  private final AtomicLongArray ended = new AtomicLongArray(THREADS * APART);
  private final List<Thread> threads = new ArrayList<>();
  private final Tracer tracer;
  private final Consumer<Span> watch;
  private final int perTick;
  private volatile boolean stopped;

  /**
   * Starts them.
   *
   * @param watch is given one span of each turn, when it has ended
   */
  Producers(Tracer tracer, Load load, Consumer<Span> watch) {
    this.tracer = tracer;
    this.watch = watch;
    this.perTick = perTurn(load);
    for (int i = 0; i < THREADS; i++) {
      int place = i * APART;
      Thread thread = new Thread(() -> produce(place), "producer-" + i);
      thread.start();
      threads.add(thread);
    }
  }

  /** How many spans a thread records at once; 0 where it does nothing else. */
  static int perTurn(Load load) {
    return load.perSecond() / THREADS / TICKS_PER_SECOND;
  }

  private void produce(int place) {
    long next = System.nanoTime();
    for (int turn = 0; !stopped; turn++) {
      int spans = perTick == 0 ? UNPACED_TURN : perTick;
      for (int i = 0; i < spans; i++) {
        Span span = EightAttributes.start(tracer, turn);
        span.end();
        if (i == 0) {
          watch.accept(span);
        }
      }
      ended.setRelease(place, ended.getPlain(place) + spans);
      if (perTick > 0) {
        next += TICK;
        LockSupport.parkNanos(next - System.nanoTime());
      }
    }
  }

  /** How many spans have ended by now. */
  long ended() {
    long sum = 0;
    for (int i = 0; i < THREADS; i++) {
      sum += ended.getAcquire(i * APART);
    }
    return sum;
  }

  /** Stops them, and waits until they have. */
  @Override
  public void close() {
    stopped = true;
    for (Thread thread : threads) {
      join(thread);
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
