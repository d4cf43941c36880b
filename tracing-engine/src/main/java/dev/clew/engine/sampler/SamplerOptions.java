// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine.sampler;

import dev.clew.api.config.Option;
import java.time.Duration;
import java.util.List;

/** What can be configured of the samplers that are Clew's own. */
public final class SamplerOptions {

  /** {@code clew.sampler.ratelimited.traces}. */
  public static final Option<Double> TRACES_PER_SECOND =
      Option.number(
          "clew.sampler.ratelimited.traces",
          10,
          0.001,
          1_000_000,
          "How many traces a second ratelimited records.");

  /** {@code clew.sampler.adaptive.spans}. */
  public static final Option<Double> SPANS_PER_SECOND =
      Option.number(
          "clew.sampler.adaptive.spans",
          100,
          0.01,
          1_000_000,
          "How many spans a second adaptive records, shared out among routes so that rare ones are"
              + " always seen.");

  /** {@code clew.sampler.tail.ratio}. */
  public static final Option<Double> TAIL_RATIO =
      Option.number(
          "clew.sampler.tail.ratio",
          0.01,
          0,
          1,
          "The share that tail keeps of traces without an error that were not slow.");

  /** {@code clew.sampler.tail.percentile}. */
  public static final Option<Double> TAIL_PERCENTILE =
      Option.number(
          "clew.sampler.tail.percentile",
          99,
          0,
          100,
          "Tail keeps traces that are slower than so many in a hundred of their route; 100 for"
              + " none.");

  /** {@code clew.sampler.tail.slower-than}. */
  public static final Option<Duration> TAIL_SLOWER_THAN =
      Option.duration(
          "clew.sampler.tail.slower-than",
          "0",
          "Tail keeps traces that take so long or longer; 0 for none.");

  /** {@code clew.sampler.tail.memory}. */
  public static final Option<Long> TAIL_MEMORY =
      Option.size(
          "clew.sampler.tail.memory",
          "16MB",
          1 << 16,
          1L << 34,
          "How much memory holds spans of traces that tail has not decided on; where that is full,"
              + " the oldest are decided on by the ratio alone.");

  private SamplerOptions() {}

  /** All of them. */
  public static List<Option<?>> all() {
    return List.of(
        TRACES_PER_SECOND,
        SPANS_PER_SECOND,
        TAIL_RATIO,
        TAIL_PERCENTILE,
        TAIL_SLOWER_THAN,
        TAIL_MEMORY);
  }
}
