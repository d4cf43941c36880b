// SPDX-License-Identifier: Apache-2.0
package dev.clew.api.config;

import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Takes what an operator should know. Each kind has an id that docs/messages.md explains; ids are
 * never reused. Implementations are thread-safe and do not throw.
 */
@FunctionalInterface
public interface Problems {

  /**
   * Reports a problem.
   *
   * @param id for example {@code CLEW-0001}
   * @param message what is wrong, what was given, what is allowed, what is used instead; whatever
   *     comes from outside has been through {@link Printable}
   */
  void report(String id, String message);

  /** Writes each problem to the log of {@code dev.clew}, as a warning. */
  static Problems toLog() {
    Logger logger = Logger.getLogger("dev.clew");
    return (id, message) -> logger.log(Level.WARNING, id + ": " + message);
  }
}
