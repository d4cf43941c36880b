// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine;

import dev.clew.api.config.Settings;
import dev.clew.engine.sampler.Sampler;
import dev.clew.engine.sampler.SamplerProvider;
import dev.clew.engine.sampler.Samplers;

/** A sampler that is found by its services file. */
public final class AddedSampler implements SamplerProvider {

  @Override
  public String name() {
    return "test_sampler";
  }

  @Override
  public Sampler create(Settings settings) {
    return Samplers.alwaysOn();
  }

  /** One that cannot be made. */
  public static final class Failing implements SamplerProvider {

    @Override
    public String name() {
      return "failing_sampler";
    }

    @Override
    public Sampler create(Settings settings) {
      throw new AssertionError("cannot be made");
    }
  }
}
