// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine;

import dev.clew.api.config.Printable;
import dev.clew.api.config.Problems;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Where failures end that the application must not see: the first of each kind is reported, all
 * others are logged at FINE. Thread-safe; never throws.
 */
final class Faults {

  private static final Logger LOGGER = Logger.getLogger("dev.clew");
  private static final int TEXT_LENGTH = 300;

  private final Problems problems;
  private final Set<String> reported = ConcurrentHashMap.newKeySet();

  Faults(Problems problems) {
    this.problems = problems;
  }

  /** Reports a failure of a kind that {@code id} names. */
  void report(String id, String what, Throwable cause) {
    try {
      if (reported.add(id)) {
        problems.report(id, what + ": " + describe(cause));
      } else {
        LOGGER.log(Level.FINE, () -> id + ": " + what + ": " + describe(cause));
      }
    } catch (Throwable unreportable) {
      // There is nobody left to tell, and the application must not notice.
    }
  }

  private static String describe(Throwable cause) {
    String message = Exceptions.message(cause);
    return Printable.of(cause.getClass().getName() + ": " + message, TEXT_LENGTH);
  }
}
