// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine.propagation;

import dev.clew.api.config.Settings;
import io.opentelemetry.context.propagation.TextMapPropagator;

/** Has no name, which the contract does not allow. */
public final class NamelessProvider implements PropagatorProvider {

  @Override
  public String name() {
    return null;
  }

  @Override
  public TextMapPropagator create(Settings settings) {
    return TextMapPropagator.noop();
  }
}
