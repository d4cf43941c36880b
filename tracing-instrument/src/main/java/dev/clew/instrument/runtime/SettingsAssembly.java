// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.runtime;

import dev.clew.api.config.Option;
import dev.clew.api.config.Printable;
import dev.clew.api.config.Problems;
import dev.clew.api.config.Settings;
import dev.clew.api.spi.SettingsSource;
import java.util.function.UnaryOperator;

/**
 * Puts an application's settings together: every {@link SettingsSource}, then system properties and
 * environment, then the application's own name as the service's.
 */
final class SettingsAssembly {

  /** The service's name. */
  static final Option<String> SERVICE_NAME =
      Option.text("otel.service.name", "unknown_service:java");

  /** Only to see whether it names the service. */
  private static final Option<String> RESOURCE_ATTRIBUTES =
      Option.text("otel.resource.attributes", "");

  /** A source in which nothing is set. */
  static final UnaryOperator<String> NOTHING = key -> null;

  private SettingsAssembly() {}

  static Settings of(Startup startup, Problems problems) {
    Settings settings = Settings.of(NOTHING, problems);
    for (SettingsSource source :
        Services.find(SettingsSource.class, startup.application(), problems)) {
      settings = settings.withFallback(opened(source, startup.application(), problems));
    }
    settings = settings.withFallback(Settings::system);
    return startup.applicationName() == null || namesService(settings)
        ? settings
        : settings.withFallback(
            key -> SERVICE_NAME.key().equals(key) ? startup.applicationName() : null);
  }

  /** {@code service.name} among the resource attributes beats the application's name. */
  private static boolean namesService(Settings settings) {
    for (String pair : settings.get(RESOURCE_ATTRIBUTES).split(",")) {
      if (pair.trim().startsWith("service.name=")) {
        return true;
      }
    }
    return false;
  }

  private static UnaryOperator<String> opened(
      SettingsSource source, ClassLoader application, Problems problems) {
    try {
      return source.forApplication(application).orElse(NOTHING);
    } catch (RuntimeException | LinkageError failure) {
      problems.report(
          "CLEW-0011",
          "the configuration source %s failed and is left out: %s"
              .formatted(source.getClass().getName(), Printable.of(String.valueOf(failure), 500)));
      return NOTHING;
    }
  }
}
