// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.app;

import dev.clew.api.Traced;
import jakarta.enterprise.context.ApplicationScoped;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs with a library that the application brings. */
@ApplicationScoped
public class LibraryLogs {

  private static final Logger LOGGER = LoggerFactory.getLogger("app.slf4j");

  @Traced(operationName = "log")
  public void inStep() {
    LOGGER.info("in a bean");
  }

  public void outside() {
    LOGGER.info("in the request");
  }
}
