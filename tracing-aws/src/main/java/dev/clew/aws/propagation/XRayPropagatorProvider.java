// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.propagation;

import dev.clew.api.config.Settings;
import dev.clew.engine.propagation.PropagatorProvider;
import io.opentelemetry.context.propagation.TextMapPropagator;

/** Offers {@code xray} in {@code otel.propagators}. */
public final class XRayPropagatorProvider implements PropagatorProvider {

  /** For {@link java.util.ServiceLoader}. */
  public XRayPropagatorProvider() {}

  @Override
  public String name() {
    return "xray";
  }

  @Override
  public TextMapPropagator create(Settings settings) {
    return new XRayPropagator();
  }
}
