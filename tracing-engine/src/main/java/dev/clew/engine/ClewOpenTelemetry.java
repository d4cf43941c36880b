// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.TracerProvider;
import io.opentelemetry.context.propagation.ContextPropagators;

/** Traces are ours; metrics and logs are the API's, which do nothing. Immutable. */
final class ClewOpenTelemetry implements OpenTelemetry {

  private final TracerProvider tracerProvider;
  private final ContextPropagators propagators;

  ClewOpenTelemetry(TracerProvider tracerProvider, ContextPropagators propagators) {
    this.tracerProvider = tracerProvider;
    this.propagators = propagators;
  }

  @Override
  public TracerProvider getTracerProvider() {
    return tracerProvider;
  }

  @Override
  public ContextPropagators getPropagators() {
    return propagators;
  }

  @Override
  public String toString() {
    return "ClewOpenTelemetry{" + tracerProvider + "}";
  }
}
