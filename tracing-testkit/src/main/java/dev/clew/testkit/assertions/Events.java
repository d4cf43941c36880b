// SPDX-License-Identifier: Apache-2.0
package dev.clew.testkit.assertions;

import dev.clew.testkit.FinishedSpan;
import dev.clew.testkit.FinishedSpan.Event;
import java.util.stream.Stream;

/** Finds what happened during a span, by the semantic conventions for exceptions. */
final class Events {

  private Events() {}

  static Stream<Event> named(FinishedSpan span, String name) {
    return span.events().stream().filter(event -> event.name().equals(name));
  }

  static Stream<Event> exceptions(FinishedSpan span) {
    return named(span, "exception");
  }

  /**
   * Whether an event is an exception as wanted.
   *
   * @param message {@code null} if any will do
   */
  static boolean is(Event event, Class<? extends Throwable> type, String message) {
    return isName(type, event.attributes().get("exception.type"))
        && (message == null || message.equals(event.attributes().get("exception.message")));
  }

  /** Classes within classes are recorded by the one or the other of their names. */
  private static boolean isName(Class<?> type, Object recorded) {
    return type.getName().equals(recorded)
        || String.valueOf(recorded).equals(type.getCanonicalName());
  }
}
