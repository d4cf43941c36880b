// SPDX-License-Identifier: Apache-2.0
package dev.clew.shop.demo;

import java.util.stream.Stream;

/** Tells of a trace with failed spans where the error started, and what it was. */
final class FailureNote {

  private FailureNote() {}

  /** None where nothing failed. */
  static Stream<String> lines(Trace trace, Style style, int columns) {
    return trace.firstFailure().stream()
        .flatMap(FailureNote::texts)
        .map(text -> style.failed(style.cut(Style.plain(text), columns)));
  }

  private static Stream<String> texts(ServiceSpan span) {
    String where = "The error started in " + span.service() + ", " + span.span().getName();
    String type = span.attribute("error.type").orElse("an error");
    String message = span.span().getStatus().getMessage();
    return Stream.of(where, message.isEmpty() ? type : type + ": " + message);
  }
}
