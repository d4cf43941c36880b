// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.propagation;

import dev.clew.api.config.Settings;
import dev.clew.engine.propagation.PropagatorProvider;
import io.opentelemetry.context.propagation.TextMapPropagator;

/** Offers {@code xray-lambda} in {@code otel.propagators}. */
public final class XRayLambdaPropagatorProvider implements PropagatorProvider {

  /** For {@link java.util.ServiceLoader}. */
  public XRayLambdaPropagatorProvider() {}

  @Override
  public String name() {
    return "xray-lambda";
  }

  @Override
  public TextMapPropagator create(Settings settings) {
    return new XRayLambdaPropagator(Invocation::header);
  }
}
