// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks.export;

import dev.clew.benchmarks.encode.EightAttributes;
import io.opentelemetry.api.trace.Tracer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;

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
  private final int perTick;
  private volatile boolean stopped;

  Producers(Tracer tracer, Load load) {
    this.tracer = tracer;
    this.perTick = load.perSecond() / THREADS / TICKS_PER_SECOND;
    for (int i = 0; i < THREADS; i++) {
      int place = i * APART;
      Thread thread = new Thread(() -> produce(place), "producer-" + i);
      thread.start();
      threads.add(thread);
    }
  }

  private void produce(int place) {
    long next = System.nanoTime();
    for (int turn = 0; !stopped; turn++) {
      int spans = perTick == 0 ? UNPACED_TURN : perTick;
      for (int i = 0; i < spans; i++) {
        EightAttributes.start(tracer, turn).end();
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
