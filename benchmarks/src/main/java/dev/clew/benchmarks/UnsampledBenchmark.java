// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A span below a caller who does not sample: what most code pays most of the time. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Thread)
public class UnsampledBenchmark {

  private Runnable leave;

  /** Makes the request's span current on this thread. */
  @Setup
  public void enter(Peer peer) {
    leave = peer.tested().enterUnsampled();
  }

  /** Leaves it. */
  @TearDown
  public void leave() {
    leave.run();
  }

  /** One span. */
  @Benchmark
  public void child(Peer peer) {
    peer.tested().child();
  }
}
