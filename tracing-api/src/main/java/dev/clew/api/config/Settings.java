// SPDX-License-Identifier: Apache-2.0
package dev.clew.api.config;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/**
 * The configuration of one application. Reading never throws: a value that cannot be used is
 * reported, and the default is used instead. An option has the value that it had when it was first
 * asked for, so asking again costs next to nothing. Safe for use by several threads if its source
 * is.
 */
public final class Settings {

  private final UnaryOperator<String> source;
  private final Problems problems;
  private final Map<Option<?>, Object> values = new ConcurrentHashMap<>();

  private Settings(UnaryOperator<String> source, Problems problems) {
    this.source = source;
    this.problems = problems;
  }

  /**
   * Settings from a source of one's own.
   *
   * @param source gives the text of a key, or {@code null} where it is not set; may throw, which is
   *     reported and taken for not set
   */
  public static Settings of(UnaryOperator<String> source, Problems problems) {
    return new Settings(Objects.requireNonNull(source), Objects.requireNonNull(problems));
  }

  /** Settings from a map, problems to the log. */
  public static Settings of(Map<String, String> values) {
    return of(Map.copyOf(values)::get, Problems.toLog());
  }

  /**
   * Settings from system properties, then environment variables, problems to the log. The variable
   * of {@code otel.service.name} is {@code OTEL_SERVICE_NAME}.
   */
  public static Settings ofSystem() {
    return of(Settings::system, Problems.toLog());
  }

  /**
   * A key's system property, else its environment variable, else {@code null}; for those who put a
   * source together.
   */
  public static String system(String key) {
    String property = System.getProperty(key);
    return property != null
        ? property
        : System.getenv(key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT));
  }

  /** The same settings with another value for what is not set. */
  public Settings withFallback(UnaryOperator<String> fallback) {
    Settings first = this;
    return new Settings(
        key -> {
          String text = first.text(key);
          return text != null ? text : fallback.apply(key);
        },
        problems);
  }

  /**
   * The option's value: what is set, if it can be used, else its default. The same one every time,
   * and told of once where it cannot be used.
   */
  public <T> T get(Option<T> option) {
    // Only what the option itself has given is kept for it.
    @SuppressWarnings("unchecked")
    T known = (T) values.get(option);
    if (known == null) {
      known = read(option);
      if (known != null) {
        values.put(option, known);
      }
    }
    return known;
  }

  private <T> T read(Option<T> option) {
    String text = text(option.key());
    if (text == null) {
      return option.defaultValue();
    }
    try {
      return option.parse(text);
    } catch (RuntimeException unusable) {
      problems.report(
          "CLEW-0001",
          "%s is set to '%s'; allowed is %s; using '%s' instead"
              .formatted(
                  option.key(), Printable.of(text, 200), option.allowed(), option.defaultText()));
      return option.defaultValue();
    }
  }

  /** Whether the option is set to anything but blanks. */
  public boolean isSet(Option<?> option) {
    return text(option.key()) != null;
  }

  /** Where a room reports a value that parses but still cannot be used. */
  public Problems problems() {
    return problems;
  }

  /** What is set for the key; {@code null} where nothing or only blanks are, as OTel specifies. */
  private String text(String key) {
    try {
      String text = source.apply(key);
      return text == null || text.isBlank() ? null : text;
    } catch (RuntimeException failed) {
      problems.report(
          "CLEW-0002",
          "%s could not be read (%s); using its default instead"
              .formatted(key, Printable.of(String.valueOf(failed), 200)));
      return null;
    }
  }
}
