// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.runtime;

import dev.clew.api.config.Option;
import dev.clew.api.config.Printable;
import dev.clew.api.config.Problems;
import dev.clew.api.config.Settings;
import io.opentelemetry.api.OpenTelemetry;
import java.util.logging.Logger;

/** Starts a {@link Tracing}. Whatever goes wrong, there is one in the end. */
final class Starter {

  private static final Logger LOGGER = Logger.getLogger("dev.clew");

  /**
   * The engine documents and heeds it: switched off, it records nothing, but what callers send
   * still travels on, as OpenTelemetry specifies. Here it only keeps everything else from starting.
   */
  private static final Option<Boolean> DISABLED = Option.flag("otel.sdk.disabled", false);

  private Starter() {}

  static Tracing start(Startup startup) {
    Problems problems = new OncePerProblem(Problems.toLog());
    try {
      return start(startup, SettingsAssembly.of(startup, problems));
    } catch (Throwable failure) {
      problems.report(
          "CLEW-0019",
          "Clew did not start; nothing is traced: " + Printable.of(String.valueOf(failure), 500));
      return Tracing.inert(Settings.of(SettingsAssembly.NOTHING, problems));
    }
  }

  private static Tracing start(Startup startup, Settings settings) {
    String name = Printable.of(settings.get(SettingsAssembly.SERVICE_NAME), 100);
    if (settings.get(DISABLED)) {
      LOGGER.info("Clew is off for '" + name + "': otel.sdk.disabled=true says so");
      return OwnEngine.startWithoutExporter(startup.application(), settings);
    }
    EngineDecision decision =
        EngineDecision.of(
            settings.get(RuntimeOptions.ENGINE), startup.serverProvided(), settings.problems());
    OpenTelemetry joined = decision.joined();
    if (!decision.reason().isEmpty()) {
      LOGGER.info(announcement(name, joined == null, decision.reason()));
    }
    Tracing started =
        joined == null
            ? OwnEngine.start(startup.application(), settings)
            : Tracing.joined(joined, TracedElsewhere.leftOut(decision.elsewhere(), settings));
    return started.tellingLogs();
  }

  private static String announcement(String name, boolean own, String reason) {
    return "Clew traces '%s' with %s: %s"
        .formatted(name, own ? "its own engine" : "the OpenTelemetry that is already here", reason);
  }
}
