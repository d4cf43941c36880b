// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.app;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.logging.Logger;

/** Logs on every thread and in every span of a request. */
@Path("logs")
@RequestScoped
public class LogResource {

  private static final Logger LOGGER = Logger.getLogger("app.jul");

  @Inject LogSteps steps;
  @Resource ManagedExecutorService executor;

  @GET
  public String log() throws Exception {
    LOGGER.info("in the request");
    steps.log();
    executor.submit(() -> LOGGER.info("in a task")).get();
    LOGGER.info("in the request again");
    return "logged";
  }
}
