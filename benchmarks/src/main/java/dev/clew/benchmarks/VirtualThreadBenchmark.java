// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks;

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * A tree of four spans in each of many virtual threads, which come and go as requests do: nothing
 * that a tracer keeps for a thread is of use for the next. Needs Java 21.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Thread)
public class VirtualThreadBenchmark {

  private static final int THREADS = 64;

  private final Thread[] threads = new Thread[THREADS];
  private ThreadFactory virtual;

  /** Finds what Java 17 does not have. */
  @Setup
  public void find() throws ReflectiveOperationException {
    Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
    virtual =
        (ThreadFactory)
            Class.forName("java.lang.Thread$Builder").getMethod("factory").invoke(builder);
  }

  /** Starts the threads, and waits for all of them. */
  @Benchmark
  @OperationsPerInvocation(THREADS)
  public void tree(Peer peer) throws InterruptedException {
    for (int i = 0; i < THREADS; i++) {
      threads[i] = virtual.newThread(peer.tested()::tree);
      threads[i].start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
  }
}
