// SPDX-License-Identifier: Apache-2.0
package dev.clew.api.config;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * A configuration key: its name, what it allows and its default. What it is for is the javadoc of
 * the constant that holds it: the table of docs/configuration.md is made from that, and no
 * application carries it. Immutable.
 *
 * @param <T> the type of its value
 */
public final class Option<T> {

  private final String key;
  private final String defaultText;
  private final String allowed;
  private final Function<String, T> parser;

  private Option(String key, String defaultText, String allowed, Function<String, T> parser) {
    this.key = key;
    this.defaultText = defaultText;
    this.allowed = allowed;
    this.parser = parser;
  }

  /**
   * An option of a type of its own.
   *
   * @param defaultText what is parsed where nothing is set; must be parseable
   * @param allowed what the parser takes, in words, for error messages
   * @param parser throws any {@link RuntimeException} for what it does not take
   */
  public static <T> Option<T> of(
      String key, String defaultText, String allowed, Function<String, T> parser) {
    return new Option<>(key, defaultText, allowed, parser);
  }

  /** Any text. */
  public static Option<String> text(String key, String defaultText) {
    return of(key, defaultText, "any text", text -> text);
  }

  /** {@code true} or {@code false}, in any case. */
  public static Option<Boolean> flag(String key, boolean defaultValue) {
    return of(
        key,
        String.valueOf(defaultValue),
        "true or false",
        text ->
            switch (text.toLowerCase(Locale.ROOT)) {
              case "true" -> true;
              case "false" -> false;
              default -> throw new IllegalArgumentException(text);
            });
  }

  /** A whole number between two bounds, both included. */
  public static Option<Integer> integer(String key, int defaultValue, int min, int max) {
    return of(
        key,
        String.valueOf(defaultValue),
        "a whole number from " + min + " to " + max,
        text -> (int) inRange(Long.parseLong(text), min, max));
  }

  /** A number between two bounds, both included. */
  public static Option<Double> number(String key, double defaultValue, double min, double max) {
    return of(
        key,
        String.valueOf(defaultValue),
        "a number from " + min + " to " + max,
        text -> {
          double value = Double.parseDouble(text);
          if (!(value >= min && value <= max)) {
            throw new IllegalArgumentException(text);
          }
          return value;
        });
  }

  /** A length of time: milliseconds, or a number with ms, s, m or h; at most ten years. */
  public static Option<Duration> duration(String key, String defaultText) {
    return of(
        key,
        defaultText,
        "milliseconds, or a number with ms, s, m or h, as in 500, 5s, 2m",
        Option::parseDuration);
  }

  /** A number of bytes, or a number with kB, MB or GB (powers of 1024), within two bounds. */
  public static Option<Long> size(String key, String defaultText, long min, long max) {
    return of(
        key,
        defaultText,
        "bytes from " + min + " to " + max + ", or a number with kB, MB or GB, as in 32MB",
        text -> inRange(parseSize(text), min, max));
  }

  /** One of an enum's constants, written in lower case with {@code _} as it stands. */
  public static <E extends Enum<E>> Option<E> choice(String key, E defaultValue) {
    Class<E> type = defaultValue.getDeclaringClass();
    String all = EnumSet.allOf(type).toString().toLowerCase(Locale.ROOT);
    return of(
        key,
        defaultValue.name().toLowerCase(Locale.ROOT),
        "one of " + all.substring(1, all.length() - 1),
        text -> Enum.valueOf(type, text.toUpperCase(Locale.ROOT)));
  }

  /** Comma-separated parts, each trimmed; empty ones are left out. */
  public static Option<List<String>> list(String key, String defaultText) {
    return of(key, defaultText, "a comma-separated list", Option::split);
  }

  /** {@code key=value} pairs, comma-separated, values percent-decoded, the later one wins. */
  public static Option<Map<String, String>> map(String key, String defaultText) {
    return of(key, defaultText, "key=value pairs, comma-separated", Option::parseMap);
  }

  /** The key as in MicroProfile Config, for example {@code otel.service.name}. */
  public String key() {
    return key;
  }

  /** The default as somebody would write it; may be empty. */
  public String defaultText() {
    return defaultText;
  }

  /** What may be given, in words. */
  public String allowed() {
    return allowed;
  }

  /** The value where none is set. */
  public T defaultValue() {
    return parser.apply(defaultText);
  }

  /**
   * The value of a text, which is trimmed first.
   *
   * @throws RuntimeException where the text is not {@link #allowed}
   */
  T parse(String text) {
    return parser.apply(text.trim());
  }

  @Override
  public String toString() {
    return key;
  }

  private static long inRange(long value, long min, long max) {
    if (value < min || value > max) {
      throw new IllegalArgumentException(String.valueOf(value));
    }
    return value;
  }

  private static Duration parseDuration(String text) {
    int end = endOfDigits(text);
    long number = Long.parseLong(text.substring(0, end));
    Duration duration =
        switch (text.substring(end).trim().toLowerCase(Locale.ROOT)) {
          case "", "ms" -> Duration.ofMillis(number);
          case "s" -> Duration.ofSeconds(number);
          case "m" -> Duration.ofSeconds(Math.multiplyExact(number, 60L));
          case "h" -> Duration.ofSeconds(Math.multiplyExact(number, 3600L));
          default -> throw new IllegalArgumentException(text);
        };
    if (duration.compareTo(Duration.ofDays(3650)) > 0) {
      throw new IllegalArgumentException(text);
    }
    return duration;
  }

  private static long parseSize(String text) {
    int end = endOfDigits(text);
    long unit =
        switch (text.substring(end).trim().toLowerCase(Locale.ROOT)) {
          case "", "b" -> 1L;
          case "k", "kb" -> 1L << 10;
          case "m", "mb" -> 1L << 20;
          case "g", "gb" -> 1L << 30;
          default -> throw new IllegalArgumentException(text);
        };
    return Math.multiplyExact(Long.parseLong(text.substring(0, end)), unit);
  }

  private static int endOfDigits(String text) {
    int end = 0;
    while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
      end++;
    }
    return end;
  }

  private static List<String> split(String text) {
    List<String> parts = new ArrayList<>();
    for (String part : text.split(",")) {
      String trimmed = part.trim();
      if (!trimmed.isEmpty()) {
        parts.add(trimmed);
      }
    }
    return List.copyOf(parts);
  }

  private static Map<String, String> parseMap(String text) {
    Map<String, String> map = new LinkedHashMap<>();
    for (String pair : split(text)) {
      int equals = pair.indexOf('=');
      String name = pair.substring(0, Math.max(equals, 0)).trim();
      if (name.isEmpty()) {
        throw new IllegalArgumentException(pair);
      }
      map.put(name, percentDecoded(pair.substring(equals + 1).trim()));
    }
    return Map.copyOf(map);
  }

  /** A plus stays a plus: these are percent-encoded as in W3C Baggage, not as in HTML forms. */
  private static String percentDecoded(String text) {
    return text.indexOf('%') < 0
        ? text
        : URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
