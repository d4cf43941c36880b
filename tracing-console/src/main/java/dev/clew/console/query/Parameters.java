// SPDX-License-Identifier: Apache-2.0
package dev.clew.console.query;

import dev.clew.api.config.Printable;
import jakarta.ws.rs.core.MultivaluedMap;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The parameters of a question. All throw {@link MalformedQuestionException}. */
final class Parameters {

  private static final Pattern DURATION = Pattern.compile("(\\d+(?:\\.\\d+)?)(ns|us|µs|ms|s|m|h)");
  private static final Map<String, Long> UNITS =
      Map.of(
          "ns", 1L,
          "us", 1_000L,
          "µs", 1_000L,
          "ms", 1_000_000L,
          "s", 1_000_000_000L,
          "m", 60_000_000_000L,
          "h", 3_600_000_000_000L);

  private final MultivaluedMap<String, String> given;

  Parameters(MultivaluedMap<String, String> given) {
    this.given = given;
  }

  /** A text; {@code null} where there is none. */
  String text(String name) {
    String text = given.getFirst(name);
    return text == null || text.isEmpty() ? null : text;
  }

  List<String> texts(String name) {
    return given.getOrDefault(name, List.of());
  }

  /** Nanoseconds of a number with its unit, as in 1.5ms. */
  long duration(String name, long otherwise) {
    String text = text(name);
    if (text == null) {
      return otherwise;
    }
    Matcher duration = DURATION.matcher(text.toLowerCase(Locale.ROOT));
    if (!duration.matches()) {
      throw wrong(name, text, "a number with ns, us, ms, s, m or h, as in 1.5ms");
    }
    try {
      return new BigDecimal(duration.group(1))
          .multiply(BigDecimal.valueOf(UNITS.get(duration.group(2))))
          .toBigInteger()
          .longValueExact();
    } catch (ArithmeticException tooLong) {
      throw wrong(name, text, "at most 292 years");
    }
  }

  long number(String name, long otherwise, long min, long max) {
    String text = text(name);
    if (text == null) {
      return otherwise;
    }
    try {
      long number = Long.parseLong(text);
      if (number >= min && number <= max) {
        return number;
      }
    } catch (NumberFormatException noNumber) {
      // Told below, as for one that is too large.
    }
    throw wrong(name, text, "a whole number from " + min + " to " + max);
  }

  static MalformedQuestionException wrong(String name, String given, String allowed) {
    return new MalformedQuestionException(
        "%s is '%s'; allowed is %s".formatted(name, Printable.of(given, 200), allowed));
  }

  /** A trace id of 32 lower-case digits; shorter ones, as Jaeger has them, are filled up. */
  static String traceId(String text) {
    if (!text.matches("[0-9a-fA-F]{1,32}")) {
      throw wrong("trace id", text, "1 to 32 hexadecimal digits");
    }
    return "0".repeat(32 - text.length()) + text.toLowerCase(Locale.ROOT);
  }
}
