// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.runtime;

import dev.clew.api.config.Printable;
import dev.clew.api.config.Problems;
import dev.clew.instrument.runtime.RuntimeOptions.EngineChoice;
import io.opentelemetry.api.OpenTelemetry;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Whether to record with Clew's own engine or to join an OpenTelemetry that is already there, so
 * that nothing is traced twice and nothing not at all.
 */
final class EngineDecision {

  private static final String SERVERS = "the server's OpenTelemetry bean";

  private final OpenTelemetry joined;
  private final String reason;
  private final Set<String> elsewhere;

  private EngineDecision(OpenTelemetry joined, String reason) {
    this(joined, reason, Set.of());
  }

  private EngineDecision(OpenTelemetry joined, String reason, Set<String> elsewhere) {
    this.joined = joined;
    this.reason = reason;
    this.elsewhere = elsewhere;
  }

  static EngineDecision of(
      EngineChoice choice, Supplier<OpenTelemetry> serverProvided, Problems problems) {
    if (choice == EngineChoice.OWN) {
      return new EngineDecision(null, "clew.engine=own says so");
    }
    Map<String, OpenTelemetry> candidates = candidates(serverProvided, problems);
    for (Map.Entry<String, OpenTelemetry> candidate : candidates.entrySet()) {
      if (isLive(candidate, problems)) {
        return joining(candidate, " records already");
      }
    }
    return choice == EngineChoice.JOIN
        ? joinAnyway(candidates, problems)
        : new EngineDecision(null, whyOwn(candidates.keySet()));
  }

  /** What to join; {@code null} for Clew's own engine. */
  OpenTelemetry joined() {
    return joined;
  }

  /** Why, for the log; empty where a problem has been reported, and nothing is traced. */
  String reason() {
    return reason;
  }

  /** The switches of what the joined one's owner traces by itself. */
  Set<String> elsewhere() {
    return elsewhere;
  }

  private static Map<String, OpenTelemetry> candidates(
      Supplier<OpenTelemetry> bean, Problems problems) {
    Map<String, OpenTelemetry> candidates = new LinkedHashMap<>();
    add(SERVERS, bean, candidates, problems);
    add("GlobalOpenTelemetry", () -> GlobalSlot.current().orElse(null), candidates, problems);
    return candidates;
  }

  private static void add(
      String name,
      Supplier<OpenTelemetry> source,
      Map<String, OpenTelemetry> candidates,
      Problems problems) {
    try {
      OpenTelemetry found = source.get();
      if (found != null && !isKnown(found, candidates)) {
        candidates.put(name, found);
      }
    } catch (Throwable failure) {
      report(name, failure, problems);
    }
  }

  /** Payara's global one leads to the application's bean, and does not tell what is behind it. */
  private static boolean isKnown(OpenTelemetry found, Map<String, OpenTelemetry> candidates) {
    for (OpenTelemetry known : candidates.values()) {
      if (known.getTracerProvider() == found.getTracerProvider()) {
        return true;
      }
    }
    return false;
  }

  private static boolean isLive(Map.Entry<String, OpenTelemetry> candidate, Problems problems) {
    OpenTelemetry openTelemetry = candidate.getValue();
    try {
      if (!LiveProbe.isLive(openTelemetry)) {
        return false;
      }
      boolean idle = LiveProbe.isIdle(openTelemetry);
      if (idle) {
        problems.report(
            "CLEW-0020",
            candidate.getKey()
                + " is switched off but makes spans, which hide those of Clew: switch it on"
                + " (otel.sdk.disabled=false), or have the application use its own API"
                + " (WEB-INF/glassfish-web.xml: <class-loader delegate=\"false\"/>)");
      }
      return !idle;
    } catch (Throwable failure) {
      report(candidate.getKey(), failure, problems);
      return false;
    }
  }

  private static EngineDecision joinAnyway(
      Map<String, OpenTelemetry> candidates, Problems problems) {
    if (candidates.isEmpty()) {
      problems.report(
          "CLEW-0016",
          "clew.engine is set to 'join', but neither server nor agent provide an OpenTelemetry to"
              + " join; nothing is traced");
      return new EngineDecision(OpenTelemetry.noop(), "");
    }
    Map.Entry<String, OpenTelemetry> first = candidates.entrySet().iterator().next();
    return joining(first, " records nothing, but clew.engine=join says so");
  }

  private static EngineDecision joining(Map.Entry<String, OpenTelemetry> candidate, String why) {
    Set<String> elsewhere = TracedElsewhere.by(candidate.getKey().equals(SERVERS));
    String left = elsewhere.isEmpty() ? "" : "; not traced twice, but left to it: " + elsewhere;
    return new EngineDecision(candidate.getValue(), candidate.getKey() + why + left, elsewhere);
  }

  private static String whyOwn(Set<String> candidates) {
    if (candidates.isEmpty()) {
      return "neither server nor agent provide another";
    }
    return String.join(" and ", candidates)
        + (candidates.size() == 1 ? " records nothing" : " record nothing");
  }

  private static void report(String name, Throwable failure, Problems problems) {
    problems.report(
        "CLEW-0017",
        "%s failed when it was looked at and is left alone: %s"
            .formatted(name, Printable.of(String.valueOf(failure), 500)));
  }
}
