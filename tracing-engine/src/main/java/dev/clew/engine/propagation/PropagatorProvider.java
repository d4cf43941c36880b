// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine.propagation;

import dev.clew.api.config.Settings;
import io.opentelemetry.context.propagation.TextMapPropagator;

/**
 * Adds a propagator that {@code otel.propagators} can name. Found by {@link
 * java.util.ServiceLoader}: a class with a public constructor without parameters, and its name in
 * {@code META-INF/services/dev.clew.engine.propagation.PropagatorProvider}.
 */
public interface PropagatorProvider {

  /** The name in {@code otel.propagators}, in lower case; none of Clew's own. */
  String name();

  /**
   * The propagator. Whatever it throws, then or later, is reported and kept from the application.
   */
  TextMapPropagator create(Settings settings);
}
