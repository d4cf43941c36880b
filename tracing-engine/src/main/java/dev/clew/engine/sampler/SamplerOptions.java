// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine.sampler;

import dev.clew.api.config.Option;
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

  private SamplerOptions() {}

  /** All of them. */
  public static List<Option<?>> all() {
    return List.of(TRACES_PER_SECOND, SPANS_PER_SECOND);
  }
}
