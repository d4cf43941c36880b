// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.app;

import jakarta.servlet.ServletRequestEvent;
import jakarta.servlet.ServletRequestListener;
import jakarta.servlet.annotation.WebListener;
import java.util.logging.Logger;

/** Logs on the thread of a request before and after all filters. */
@WebListener
public class LogsAround implements ServletRequestListener {

  private static final Logger LOGGER = Logger.getLogger("app.jul");

  @Override
  public void requestInitialized(ServletRequestEvent event) {
    LOGGER.info("before the request");
  }

  @Override
  public void requestDestroyed(ServletRequestEvent event) {
    LOGGER.info("after the request");
  }
}
