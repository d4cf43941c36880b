// SPDX-License-Identifier: Apache-2.0
package dev.clew.testkit.assertions;

import dev.clew.testkit.FinishedSpan;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a tree says of one span.
 *
 * @param text as it was written
 * @param service {@code null} where any will do
 * @param kind {@code null} where any will do
 * @param error whether its status must be ERROR; otherwise it may be anything
 */
record SpanPattern(String text, String service, Pattern name, SpanKind kind, boolean error) {

  /** A name as it is. */
  static Pattern literal(String name) {
    return Pattern.compile(name, Pattern.LITERAL);
  }

  /** A name in which an asterisk stands for any text. */
  static Pattern glob(String name) {
    return Pattern.compile(
        Arrays.stream(name.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")),
        Pattern.DOTALL);
  }

  boolean matches(FinishedSpan span) {
    return name.matcher(span.name()).matches()
        && (service == null || service.equals(span.service()))
        && (kind == null || kind == span.kind())
        && (!error || span.status() == StatusCode.ERROR);
  }

  @Override
  public String toString() {
    return text;
  }
}
