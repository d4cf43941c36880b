// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.runtime;

import dev.clew.api.config.Printable;
import dev.clew.api.config.Problems;
import dev.clew.instrument.runtime.RuntimeOptions.EngineChoice;
import io.opentelemetry.api.OpenTelemetry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Whether to record with Clew's own engine or to join an OpenTelemetry that is already there, so
 * that nothing is traced twice and nothing not at all.
 *
 * @param joined what to join; {@code null} for Clew's own engine
 * @param reason why, for the log
 */
record EngineDecision(OpenTelemetry joined, String reason) {

  static EngineDecision of(
      EngineChoice choice, Supplier<OpenTelemetry> serverProvided, Problems problems) {
    if (choice == EngineChoice.OWN) {
      return new EngineDecision(null, "clew.engine=own says so");
    }
    List<Candidate> candidates = candidates(serverProvided, problems);
    for (Candidate candidate : candidates) {
      if (isLive(candidate, problems)) {
        return new EngineDecision(candidate.openTelemetry, candidate.name + " records already");
      }
    }
    return choice == EngineChoice.JOIN
        ? joinAnyway(candidates, problems)
        : new EngineDecision(null, whyOwn(candidates));
  }

  private static List<Candidate> candidates(Supplier<OpenTelemetry> bean, Problems problems) {
    List<Candidate> candidates = new ArrayList<>();
    candidate("the server's OpenTelemetry bean", bean, problems).ifPresent(candidates::add);
    candidate("GlobalOpenTelemetry", () -> GlobalSlot.current().orElse(null), problems)
        .ifPresent(candidates::add);
    return candidates;
  }

  private static Optional<Candidate> candidate(
      String name, Supplier<OpenTelemetry> source, Problems problems) {
    try {
      return Optional.ofNullable(source.get()).map(found -> new Candidate(name, found));
    } catch (Throwable failure) {
      report(name, failure, problems);
      return Optional.empty();
    }
  }

  private static boolean isLive(Candidate candidate, Problems problems) {
    try {
      return LiveProbe.isLive(candidate.openTelemetry);
    } catch (Throwable failure) {
      report(candidate.name, failure, problems);
      return false;
    }
  }

  private static EngineDecision joinAnyway(List<Candidate> candidates, Problems problems) {
    if (candidates.isEmpty()) {
      problems.report(
          "CLEW-0016",
          "clew.engine is set to 'join', but neither server nor agent provide an OpenTelemetry to"
              + " join; nothing is traced");
      return new EngineDecision(OpenTelemetry.noop(), "there is nothing to join");
    }
    Candidate first = candidates.get(0);
    return new EngineDecision(
        first.openTelemetry, "clew.engine=join says so, though " + first.name + " records nothing");
  }

  private static String whyOwn(List<Candidate> candidates) {
    if (candidates.isEmpty()) {
      return "neither server nor agent provide another";
    }
    String names = candidates.stream().map(Candidate::name).collect(Collectors.joining(" and "));
    return names + (candidates.size() == 1 ? " records nothing" : " record nothing");
  }

  private static void report(String name, Throwable failure, Problems problems) {
    problems.report(
        "CLEW-0017",
        "%s failed when it was looked at and is left alone: %s"
            .formatted(name, Printable.of(String.valueOf(failure), 500)));
  }

  private record Candidate(String name, OpenTelemetry openTelemetry) {}
}
