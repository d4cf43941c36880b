// SPDX-License-Identifier: Apache-2.0
package dev.clew.testkit;

import java.util.logging.Filter;
import java.util.logging.Logger;

/** Keeps warnings about what is broken on purpose out of the test report. */
public final class QuietLog {

  /** What runs meanwhile. */
  @FunctionalInterface
  public interface Action {
    /** Runs it. */
    void run() throws Exception;
  }

  private QuietLog() {}

  /** Runs an action, with the log of this project kept quiet. */
  public static void during(Action action) throws Exception {
    Logger logger = Logger.getLogger("dev.clew");
    Filter before = logger.getFilter();
    logger.setFilter(entry -> false);
    try {
      action.run();
    } finally {
      logger.setFilter(before);
    }
  }
}
