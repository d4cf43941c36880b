// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks.profile;

import java.util.Collection;
import java.util.List;
import java.util.function.LongSupplier;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/**
 * How many spans an operation have come to whoever sends them: a tracer that drops some is faster.
 * To be added before other profilers, so that waiting for the last spans is not in their figures.
 */
public final class Delivered implements InternalProfiler {

  /** The name of what it adds to the results. */
  public static final String LABEL = "spans.delivered.norm";

  /** Of the benchmark of this process; there is one at a time. */
  private static volatile LongSupplier watched;

  private long before;

  /** Called by JMH. */
  public Delivered() {}

  /**
   * Says what to count.
   *
   * @param delivered waits for what is on its way, and gives the count since the start
   */
  public static void watch(LongSupplier delivered) {
    watched = delivered;
  }

  @Override
  public String getDescription() {
    return "spans delivered an operation";
  }

  @Override
  public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
    LongSupplier delivered = watched;
    before = delivered == null ? 0 : delivered.getAsLong();
  }

  @Override
  public Collection<? extends Result<?>> afterIteration(
      BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
    LongSupplier delivered = watched;
    if (delivered == null) {
      return List.of();
    }
    double spans = delivered.getAsLong() - before;
    long operations = Math.max(1, result.getMetadata().getAllOps());
    return List.of(new ScalarResult(LABEL, spans / operations, "spans/op", AggregationPolicy.AVG));
  }
}
