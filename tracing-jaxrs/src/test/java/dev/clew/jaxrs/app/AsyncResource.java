// SPDX-License-Identifier: Apache-2.0
package dev.clew.jaxrs.app;

import dev.clew.testkit.ServerEndpoints;
import io.opentelemetry.context.Context;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** What answers from other threads. */
@Path("")
public class AsyncResource {

  /** As {@link ServerEndpoints#ASYNC}, by way of a stage. */
  public static final String STAGE = "/stage";

  /** Cancelled by the application. */
  public static final String CANCELLED = "/cancelled";

  private static final Executor LATER =
      task -> {
        Thread thread = new Thread(task, "later");
        thread.setDaemon(true);
        thread.start();
      };

  @GET
  @Path(ServerEndpoints.ASYNC)
  public void async(@Suspended AsyncResponse response) {
    Runnable answer = () -> response.resume(ServerEndpoints.item("async"));
    LATER.execute(Context.current().wrap(answer));
  }

  @GET
  @Path(STAGE)
  public CompletionStage<String> stage() {
    return CompletableFuture.supplyAsync(
        Context.current().wrapSupplier(() -> ServerEndpoints.item("stage")), LATER);
  }

  @GET
  @Path(ServerEndpoints.ASYNC_EXCEPTION)
  public void asyncException(@Suspended AsyncResponse response) {
    LATER.execute(() -> response.resume(new ServerEndpoints.PlannedFailure()));
  }

  @GET
  @Path(ServerEndpoints.ASYNC_TIMEOUT)
  public void asyncTimeout(@Suspended AsyncResponse response) {
    response.setTimeout(200, TimeUnit.MILLISECONDS);
  }

  @GET
  @Path(CANCELLED)
  public void cancelled(@Suspended AsyncResponse response) {
    LATER.execute(response::cancel);
  }
}
