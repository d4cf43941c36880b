// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks;

import dev.clew.benchmarks.tracer.TestedTracer;
import dev.clew.benchmarks.tracer.Tracers;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A span below a caller who does not sample: what most code pays most of the time. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Benchmark)
public class UnsampledBenchmark {

  /** Who traces. */
  @Param({"limit", "clew", "opentelemetry", "brave"})
  public String tracer;

  private TestedTracer tested;
  private Runnable leave;

  /** Starts the tracer, on the one thread that measures. */
  @Setup
  public void start() {
    tested = Tracers.start(tracer, 1);
    leave = tested.enterUnsampled();
  }

  /** Stops it. */
  @TearDown
  public void stop() {
    leave.run();
    tested.close();
  }

  /** One span. */
  @Benchmark
  public void child() {
    tested.child();
  }
}
