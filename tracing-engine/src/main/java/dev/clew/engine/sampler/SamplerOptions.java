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

  private SamplerOptions() {}

  /** All of them. */
  public static List<Option<?>> all() {
    return List.of(TRACES_PER_SECOND);
  }
}
