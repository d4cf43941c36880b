// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine.propagation;

import dev.clew.api.config.Option;
import dev.clew.api.config.Printable;
import dev.clew.api.config.Settings;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.context.propagation.TextMapPropagator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The propagators that {@code otel.propagators} names. */
public final class Propagators {

  private static final String NONE = "none";

  /**
   * Headers that carry a trace from one service to the next, comma-separated: tracecontext,
   * baggage, b3, b3multi, jaeger, with tracing-aws xray and xray-lambda, or none. On the way in all
   * are read in this order and the last one that is present wins; on the way out all are written.
   */
  private static final Option<List<String>> PROPAGATORS =
      Option.list("otel.propagators", "tracecontext,baggage");

  private Propagators() {}

  /** The configuration keys that are read here. */
  public static List<Option<?>> options() {
    return List.of(PROPAGATORS);
  }

  /** As {@link #from(Settings, RemoteParentFactory)}, with spans of the API. */
  public static ContextPropagators from(Settings settings) {
    return from(settings, RemoteParentFactory.ofApi());
  }

  /**
   * Propagators as configured. Names that nobody knows are reported and left out; where none is
   * left, the default is used. What is returned is thread-safe and never throws, whatever headers,
   * getters, setters and carriers do.
   */
  public static ContextPropagators from(Settings settings, RemoteParentFactory factory) {
    KnownPropagators known = new KnownPropagators(settings, factory);
    Map<String, TextMapPropagator> chosen = new LinkedHashMap<>();
    List<String> leftOut = choose(settings.get(PROPAGATORS), known, chosen);
    if (chosen.isEmpty() && !leftOut.removeIf(NONE::equalsIgnoreCase)) {
      choose(PROPAGATORS.defaultValue(), known, chosen);
    }
    if (!leftOut.isEmpty()) {
      report(settings, leftOut, known, chosen);
    }
    return chosen.isEmpty()
        ? ContextPropagators.noop()
        : ContextPropagators.create(new GuardedPropagators(chosen, settings.problems()));
  }

  /** Adds the propagators of the names that are known, and returns the others. */
  private static List<String> choose(
      List<String> names, KnownPropagators known, Map<String, TextMapPropagator> chosen) {
    List<String> leftOut = new ArrayList<>();
    for (String given : names) {
      String name = given.toLowerCase(Locale.ROOT);
      TextMapPropagator propagator = known.get(name);
      if (propagator != null) {
        chosen.put(name, propagator);
      } else {
        leftOut.add(given);
      }
    }
    return leftOut;
  }

  private static void report(
      Settings settings,
      List<String> leftOut,
      KnownPropagators known,
      Map<String, TextMapPropagator> chosen) {
    settings
        .problems()
        .report(
            "CLEW-0150",
            "%s is set to '%s', of which '%s' cannot be used; allowed are %s, or %s alone; using '%s' instead"
                .formatted(
                    PROPAGATORS.key(),
                    Printable.of(String.join(",", settings.get(PROPAGATORS)), 200),
                    Printable.of(String.join(", ", leftOut), 200),
                    String.join(", ", known.names()),
                    NONE,
                    chosen.isEmpty() ? NONE : String.join(",", chosen.keySet())));
  }
}
