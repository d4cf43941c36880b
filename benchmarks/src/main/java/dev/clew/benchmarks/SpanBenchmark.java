// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks;

import dev.clew.benchmarks.tracer.Values;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/** Traces of one span and of four, three attributes each, handed over to whoever sends them. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class SpanBenchmark {

  /** A root alone. */
  @Benchmark
  public void span(Peer peer) {
    peer.tested().span();
  }

  /** A root and three nested children. */
  @Benchmark
  public void tree(Peer peer) {
    peer.tested().tree();
  }

  /** The same, where no value of an attribute comes again. */
  @Benchmark
  public void treeOfNewValues(Peer peer, Values values) {
    peer.tested().tree(values);
  }
}
