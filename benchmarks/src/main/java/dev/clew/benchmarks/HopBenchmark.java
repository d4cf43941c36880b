// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * A request that arrives and another that leaves: extract, server span, inject, in each tracer's
 * own headers. Whether it is recorded is its callers' decision, so that many of a thousand sample.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Thread)
public class HopBenchmark {

  private static final int CALLERS = 1000;

  private final Map<String, String> outgoing = new HashMap<>();
  private Map<String, String> recorded;
  private Map<String, String> passedOn;
  private int sampling;
  private int next;

  /** Makes the callers' headers. */
  @Setup
  public void prepare(Peer peer) {
    recorded = peer.tested().caller(true);
    passedOn = peer.tested().caller(false);
    sampling = (int) Math.round(peer.rate * CALLERS);
  }

  /** One request; gives what was sent on, so that nothing is left out. */
  @Benchmark
  public Map<String, String> hop(Peer peer) {
    next = next + 1 < CALLERS ? next + 1 : 0;
    peer.tested().hop(next < sampling ? recorded : passedOn, outgoing);
    return outgoing;
  }
}
