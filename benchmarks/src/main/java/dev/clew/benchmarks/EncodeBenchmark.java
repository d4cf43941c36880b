// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks;

import dev.clew.benchmarks.encode.Encoding;
import dev.clew.benchmarks.encode.Encodings;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One finished span with eight attributes, as OTLP. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Thread)
public class EncodeBenchmark {

  /** Whose encoder. */
  @Param("clew")
  public String tracer;

  private Encoding encoding;

  /** Records the spans. */
  @Setup
  public void record() {
    encoding = Encodings.of(tracer);
  }

  /** A batch of spans; gives its size. */
  @Benchmark
  @OperationsPerInvocation(Encoding.SPANS)
  public int encode() {
    return encoding.encode();
  }
}
