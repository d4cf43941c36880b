// SPDX-License-Identifier: Apache-2.0
package dev.clew.testkit;

import java.util.logging.Filter;
import java.util.logging.Logger;

/** Keeps warnings about what is broken on purpose out of the test report. */
final class QuietLog {

  @FunctionalInterface
  interface Action {
    void run() throws Exception;
  }

  private QuietLog() {}

  static void during(Action action) throws Exception {
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
