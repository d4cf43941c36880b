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

/** A trace of four spans with three attributes each, handed over to whoever sends them. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Benchmark)
public class TreeBenchmark {

  /** Who traces. */
  @Param({"limit", "clew", "opentelemetry", "brave"})
  public String tracer;

  /** How many traces are recorded. */
  @Param({"1", "0.5", "0.1", "0.01", "0.001", "0"})
  public double rate;

  private TestedTracer tested;

  /** Starts the tracer. */
  @Setup
  public void start() {
    tested = Tracers.start(tracer, rate);
  }

  /** Stops it. */
  @TearDown
  public void stop() {
    tested.close();
  }

  /** One trace. */
  @Benchmark
  public void tree() {
    tested.tree();
  }
}
