// SPDX-License-Identifier: Apache-2.0
package dev.clew.console.own;

import dev.clew.api.config.Settings;
import dev.clew.api.spi.SettingsSource;
import dev.clew.cdi.MpConfigSettingsSource;
import dev.clew.console.store.Search;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * How the collector is traced where nobody has said otherwise: by its own name, and kept by itself
 * unless there is an address to send to.
 */
public final class OwnSettings implements SettingsSource {

  private static final String ATTRIBUTES = "otel.resource.attributes";

  private static final Map<String, String> DEFAULTS =
      Map.of(
          "otel.service.name", Search.OWN_SERVICE,
          "otel.traces.exporter", OwnSenderProvider.NAME,
          // Statements name the files that they read, and there may be a thousand.
          "otel.span.attribute.value.length.limit", "2000",
          // What is seen live would be sent as an event, which would be a span to be seen.
          "otel.instrumentation.sse.enabled", "false",
          "clew.journal.size", "4MB");

  /** For the {@link java.util.ServiceLoader}. */
  public OwnSettings() {}

  @Override
  public Optional<UnaryOperator<String>> forApplication(ClassLoader application) {
    UnaryOperator<String> given =
        new MpConfigSettingsSource().forApplication(application).orElse(Settings::system);
    return Optional.of(key -> DEFAULTS.containsKey(key) ? value(key, given) : null);
  }

  private static String value(String key, UnaryOperator<String> given) {
    boolean otherwise =
        switch (key) {
          case "otel.service.name" -> contains(given.apply(ATTRIBUTES), "service.name=");
          case "otel.traces.exporter" ->
              isSet(given, "otel.exporter.otlp.endpoint")
                  || isSet(given, "otel.exporter.otlp.traces.endpoint");
          default -> false;
        };
    return otherwise || isSet(given, key) ? null : DEFAULTS.get(key);
  }

  private static boolean isSet(UnaryOperator<String> given, String key) {
    String value = given.apply(key);
    return value != null && !value.isBlank();
  }

  private static boolean contains(String text, String piece) {
    return text != null && text.contains(piece);
  }
}
