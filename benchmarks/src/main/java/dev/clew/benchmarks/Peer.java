// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks;

import dev.clew.benchmarks.profile.Delivered;
import dev.clew.benchmarks.tracer.TestedTracer;
import dev.clew.benchmarks.tracer.Tracers;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** The tracer that all threads of a benchmark use. */
@State(Scope.Benchmark)
public class Peer {

  /** Its name; see {@link Tracers#NAMES}. */
  @Param("clew")
  public String tracer;

  /** How many traces are recorded. */
  @Param("1")
  public double rate;

  private TestedTracer tested;

  /** Starts it. */
  @Setup
  public void start() {
    tested = Tracers.start(tracer, rate);
    Delivered.watch(tested::delivered);
  }

  /** Stops it. */
  @TearDown
  public void stop() {
    tested.close();
  }

  TestedTracer tested() {
    return tested;
  }
}
