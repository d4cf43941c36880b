// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine.propagation;

import dev.clew.api.config.Settings;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.context.propagation.TextMapSetter;
import java.util.Collection;
import java.util.List;

/** Provides a propagator that always injects the same. */
public final class ConstantProvider implements PropagatorProvider {

  @Override
  public String name() {
    return "constant";
  }

  @Override
  public TextMapPropagator create(Settings settings) {
    return new TextMapPropagator() {
      @Override
      public Collection<String> fields() {
        return List.of("x-constant");
      }

      @Override
      public <C> void inject(Context context, C carrier, TextMapSetter<C> setter) {
        setter.set(carrier, "x-constant", "42");
      }

      @Override
      public <C> Context extract(Context context, C carrier, TextMapGetter<C> getter) {
        return context;
      }
    };
  }
}
