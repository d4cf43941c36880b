// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.runtime;

import dev.clew.api.config.Settings;
import java.util.Set;

/**
 * What server or agent trace by themselves where Clew joins them: Clew does not do it once more,
 * unless the application's configuration asks for it.
 */
final class TracedElsewhere {

  private static final String CLIENTS = "otel.instrumentation.jaxrs-client.enabled";

  /** MicroProfile Telemetry has servers trace requests to REST resources, and REST clients. */
  private static final Set<String> BY_SERVER =
      Set.of(CLIENTS, "otel.instrumentation.servlet.enabled", "otel.instrumentation.jaxrs.enabled");

  private static final Set<String> BY_AGENT =
      Set.of(
          CLIENTS,
          "otel.instrumentation.jdbc.enabled",
          "otel.instrumentation.jms.enabled",
          "otel.instrumentation.aws-sdk.enabled");

  private TracedElsewhere() {}

  /**
   * What switches off here what is traced there.
   *
   * @param server whether a server's OpenTelemetry is joined, rather than an application's or an
   *     agent's
   */
  static Set<String> by(boolean server) {
    if (GlobalSlot.isAgentPresent()) {
      return BY_AGENT;
    }
    return server ? BY_SERVER : Set.of();
  }

  /** The settings with those switches off where they are not set. */
  static Settings leftOut(Set<String> switches, Settings settings) {
    return settings.withFallback(key -> switches.contains(key) ? "false" : null);
  }
}
