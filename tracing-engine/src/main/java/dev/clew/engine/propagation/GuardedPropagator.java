// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine.propagation;

import dev.clew.api.config.Printable;
import dev.clew.api.config.Problems;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.context.propagation.TextMapSetter;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A propagator that does not throw, not even errors: its own and those of the getter, setter and
 * carrier, which are application code, end here. The first is reported, the others are not, because
 * they come with every request.
 */
final class GuardedPropagator {

  private final String name;
  private final TextMapPropagator propagator;
  private final Problems problems;
  private final AtomicBoolean reported = new AtomicBoolean();

  GuardedPropagator(String name, TextMapPropagator propagator, Problems problems) {
    this.name = name;
    this.propagator = propagator;
    this.problems = problems;
  }

  Collection<String> fields() {
    try {
      return List.copyOf(propagator.fields());
    } catch (Throwable thrown) {
      report("list its fields", thrown);
      return List.of();
    }
  }

  <C> void inject(Context context, C carrier, TextMapSetter<C> setter) {
    try {
      propagator.inject(context, carrier, setter);
    } catch (Throwable thrown) {
      report("inject", thrown);
    }
  }

  <C> Context extract(Context context, C carrier, TextMapGetter<C> getter) {
    try {
      return Objects.requireNonNull(propagator.extract(context, carrier, getter));
    } catch (Throwable thrown) {
      report("extract", thrown);
      return context;
    }
  }

  /** Whatever was thrown may throw again when it is asked what it is. */
  private void report(String attempt, Throwable thrown) {
    try {
      if (thrown instanceof InterruptedException) {
        Thread.currentThread().interrupt();
      }
      if (reported.compareAndSet(false, true)) {
        problems.report(
            "CLEW-0152",
            "propagator '%s' could not %s (%s); the request goes on without, and further failures of it are not reported"
                .formatted(
                    Printable.of(name, 50), attempt, Printable.of(String.valueOf(thrown), 200)));
      }
    } catch (Throwable alsoThrown) {
      // There is nobody left to tell.
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
