// SPDX-License-Identifier: Apache-2.0
package dev.clew.exporter.internal.otlp;

import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.function.LongSupplier;

/** The header Retry-After: seconds, or a date (RFC 9110, section 10.2.3). */
final class RetryAfter {

  /** More digits than these are no number of seconds that anybody means. */
  private static final int MAX_DIGITS = 9;

  private RetryAfter() {}

  /**
   * How long to wait.
   *
   * @param now gives milliseconds since 1970
   * @return {@code null} where it says nothing that makes sense
   */
  static Duration parse(String header, LongSupplier now) {
    if (header == null) {
      return null;
    }
    String text = header.trim();
    if (text.matches("\\d{1," + MAX_DIGITS + "}")) {
      return Duration.ofSeconds(Long.parseLong(text));
    }
    try {
      long then =
          ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
              .toInstant()
              .toEpochMilli();
      return Duration.ofMillis(Math.max(0, then - now.getAsLong()));
    } catch (DateTimeParseException | ArithmeticException senseless) {
      return null;
    }
  }
}
