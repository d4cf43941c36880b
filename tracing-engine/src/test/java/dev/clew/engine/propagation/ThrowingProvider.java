// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine.propagation;

import dev.clew.api.config.Settings;
import io.opentelemetry.context.propagation.TextMapPropagator;

/** Cannot create its propagator. */
public final class ThrowingProvider implements PropagatorProvider {

  @Override
  public String name() {
    return "throwing";
  }

  @Override
  public TextMapPropagator create(Settings settings) {
    throw new NoClassDefFoundError("for the test");
  }
}
