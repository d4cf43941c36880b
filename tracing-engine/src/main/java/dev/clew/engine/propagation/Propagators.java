// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine.propagation;

import dev.clew.api.config.Option;
import dev.clew.api.config.Printable;
import dev.clew.api.config.Settings;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.context.propagation.TextMapPropagator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The propagators that {@code otel.propagators} names. */
public final class Propagators {

  private static final String NONE = "none";

  private static final Option<List<String>> PROPAGATORS =
      Option.list(
          "otel.propagators",
          "tracecontext,baggage",
          "Headers that carry a trace from one service to the next, comma-separated: tracecontext,"
              + " baggage, b3, b3multi, jaeger, or none. On the way in all are read in this order"
              + " and the last one that is present wins; on the way out all are written.");

  private Propagators() {}

  /** The configuration keys that are read here. */
  public static List<Option<?>> options() {
    return List.of(PROPAGATORS);
  }

  /**
   * Propagators as configured. Names that nobody knows are reported and left out; where none is
   * left, the default is used. What is returned is thread-safe and never throws, whatever headers,
   * getters, setters and carriers do.
   */
  public static ContextPropagators from(Settings settings) {
    Map<String, TextMapPropagator> chosen = choose(settings.get(PROPAGATORS), settings);
    return chosen.isEmpty()
        ? ContextPropagators.noop()
        : ContextPropagators.create(new GuardedPropagators(chosen, settings.problems()));
  }

  private static Map<String, TextMapPropagator> choose(List<String> names, Settings settings) {
    KnownPropagators known = new KnownPropagators(settings);
    Map<String, TextMapPropagator> chosen = new LinkedHashMap<>();
    StringBuilder unusable = new StringBuilder();
    boolean none = false;
    for (String given : names) {
      String name = given.toLowerCase(Locale.ROOT);
      TextMapPropagator propagator = known.get(name);
      if (propagator != null) {
        chosen.put(name, propagator);
      } else if (name.equals(NONE)) {
        none = true;
      } else {
        unusable.append(unusable.isEmpty() ? "" : ", ").append(given);
      }
    }
    if (chosen.isEmpty() && !none) {
      PROPAGATORS.defaultValue().forEach(name -> chosen.put(name, known.get(name)));
    }
    if (!unusable.isEmpty() || none && !chosen.isEmpty()) {
      report(settings, names, unusable.toString(), known, chosen);
    }
    return chosen;
  }

  private static void report(
      Settings settings,
      List<String> names,
      String unusable,
      KnownPropagators known,
      Map<String, TextMapPropagator> chosen) {
    settings
        .problems()
        .report(
            "CLEW-0150",
            "%s is set to '%s', of which '%s' cannot be used; allowed are %s, or %s alone; using '%s' instead"
                .formatted(
                    PROPAGATORS.key(),
                    Printable.of(String.join(",", names), 200),
                    Printable.of(unusable.isEmpty() ? NONE : unusable, 200),
                    String.join(", ", known.names()),
                    NONE,
                    chosen.isEmpty() ? NONE : String.join(",", chosen.keySet())));
  }
}
