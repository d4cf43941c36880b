// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.app;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Logs in its request, in a bean, and in a task. */
@Path("logs")
@RequestScoped
public class LibraryLogsResource {

  @Inject private LibraryLogs logs;
  @Resource private ManagedExecutorService executor;

  @GET
  public String log() throws Exception {
    logs.outside();
    logs.inStep();
    executor.submit(logs::outside).get();
    return "logged";
  }
}
