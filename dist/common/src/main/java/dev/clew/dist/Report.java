// SPDX-License-Identifier: Apache-2.0
package dev.clew.dist;

import java.util.logging.Level;
import java.util.logging.Logger;

/** What the server's log says of applications that are not given the drop-in. Thread-safe. */
public final class Report {

  private static final Logger LOGGER = Logger.getLogger("dev.clew");

  private Report() {}

  /** The application has Clew already, which is no fault. */
  public static void bringsItself(String application) {
    LOGGER.log(Level.INFO, "Clew: {0} brings tracing itself, and keeps that", application);
  }

  /** The application runs as if nothing were installed. */
  public static void notAdded(String application, Throwable cause) {
    LOGGER.log(
        Level.WARNING,
        cause,
        () -> "CLEW-0600 Tracing cannot be added to " + application + ", which runs untraced");
  }

  /** A server that cannot trace is to start nevertheless. */
  public static void notComplete(Throwable cause) {
    LOGGER.log(
        Level.WARNING, "CLEW-0601 The installation is not complete; nothing is traced", cause);
  }
}
