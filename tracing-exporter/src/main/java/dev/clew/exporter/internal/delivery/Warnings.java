// SPDX-License-Identifier: Apache-2.0
package dev.clew.exporter.internal.delivery;

import dev.clew.api.config.Printable;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The log of one sender: the first of each kind is a warning, the rest is {@link Level#FINE}, so
 * that a receiver that is down does not fill the log. Thread-safe; never throws.
 */
public final class Warnings {

  private static final Logger LOGGER = Logger.getLogger("dev.clew");
  private static final int LONGEST_REASON = 300;

  private final String sender;
  private final Set<String> seen = ConcurrentHashMap.newKeySet();

  /**
   * A log.
   *
   * @param sender whose log it is, as people call it
   */
  public Warnings(String sender) {
    this.sender = sender;
  }

  /**
   * Logs.
   *
   * @param id what docs/messages.md explains
   * @param message what happened, in our words
   * @param reason what somebody else says about it; is made printable
   * @return whether it was a warning
   */
  public boolean warn(String id, String message, String reason) {
    boolean first = seen.add(id);
    log(first ? Level.WARNING : Level.FINE, id + ": " + sender + ": " + message, reason);
    return first;
  }

  /** Says something that is no reason to worry. */
  public void info(String message) {
    log(Level.INFO, sender + ": " + message, "");
  }

  private static void log(Level level, String message, String reason) {
    try {
      LOGGER.log(
          level,
          () -> reason.isEmpty() ? message : message + ": " + Printable.of(reason, LONGEST_REASON));
    } catch (RuntimeException handlerFailed) {
      // A log handler of the application is broken; there is nobody left to tell.
    }
  }
}
