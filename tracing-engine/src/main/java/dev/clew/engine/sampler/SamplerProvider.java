// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine.sampler;

import dev.clew.api.config.Settings;

/**
 * Adds a sampler; found by {@link java.util.ServiceLoader}. It can then be chosen by its name, or
 * as {@code parentbased_<name>} for the start of a trace only, in {@code otel.traces.sampler}.
 */
public interface SamplerProvider {

  /**
   * The name in {@code otel.traces.sampler}: lower case, without the prefix {@code parentbased_}.
   */
  String name();

  /**
   * Makes the sampler for one application.
   *
   * @param settings where it reads what it needs, for example {@code otel.traces.sampler.arg}
   */
  Sampler create(Settings settings);
}
