// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine.propagation;

import dev.clew.api.config.Printable;
import dev.clew.api.config.Settings;
import io.opentelemetry.context.propagation.TextMapPropagator;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Every propagator that can be named: Clew's own, and those of {@link PropagatorProvider}s. */
final class KnownPropagators {

  private final Settings settings;
  private final SortedMap<String, Supplier<TextMapPropagator>> byName = new TreeMap<>();

  KnownPropagators(Settings settings, RemoteParentFactory factory) {
    this.settings = settings;
    if (!addProvided(PropagatorProvider.class.getClassLoader())) {
      addProvided(Thread.currentThread().getContextClassLoader());
    }
    byName.put("tracecontext", () -> new TraceContextPropagator(factory));
    byName.put("baggage", BaggagePropagator::new);
    byName.put("b3", () -> B3Propagator.single(factory));
    byName.put("b3multi", () -> B3Propagator.multi(factory));
    byName.put("jaeger", () -> new JaegerPropagator(factory));
  }

  Collection<String> names() {
    return Collections.unmodifiableCollection(byName.keySet());
  }

  /** A new propagator; {@code null} where there is none of that name, or it cannot be created. */
  TextMapPropagator get(String name) {
    try {
      Supplier<TextMapPropagator> supplier = byName.get(name);
      return supplier == null ? null : Objects.requireNonNull(supplier.get());
    } catch (Throwable thrown) {
      report("'" + name + "'", thrown);
      return null;
    }
  }

  private boolean addProvided(ClassLoader loader) {
    int before = byName.size();
    Iterator<PropagatorProvider> providers =
        ServiceLoader.load(PropagatorProvider.class, loader).iterator();
    while (addNext(providers)) {
      // Each step adds one, or reports why it cannot.
    }
    return byName.size() > before;
  }

  /** Whether there may be more. A loader that fails to look further would fail for ever. */
  private boolean addNext(Iterator<PropagatorProvider> providers) {
    try {
      if (!providers.hasNext()) {
        return false;
      }
    } catch (Throwable thrown) {
      report("of a library", thrown);
      return false;
    }
    try {
      PropagatorProvider provider = providers.next();
      byName.put(provider.name(), () -> provider.create(settings));
    } catch (Throwable thrown) {
      report("of a library", thrown);
    }
    return true;
  }

  private void report(String which, Throwable thrown) {
    settings
        .problems()
        .report(
            "CLEW-0151",
            "propagator %s could not be loaded (%s); going on without it"
                .formatted(Printable.of(which, 50), Printable.of(String.valueOf(thrown), 200)));
  }
}
