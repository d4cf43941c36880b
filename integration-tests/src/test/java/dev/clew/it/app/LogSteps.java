// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.app;

import dev.clew.api.Traced;
import jakarta.enterprise.context.ApplicationScoped;

/** Logs in a span of its own, as other libraries do. */
@ApplicationScoped
public class LogSteps {

  @Traced(operationName = "log")
  public void log() {
    org.jboss.logging.Logger.getLogger("app.jboss").info("in a bean");
    org.slf4j.LoggerFactory.getLogger("app.slf4j").info("in a bean");
  }
}
