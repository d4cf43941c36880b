// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.app;

import io.opentelemetry.api.baggage.Baggage;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Front's REST resource: each method another way through an application. */
@Path("orders")
@RequestScoped
public class OrderResource {

  @Inject Steps steps;
  @Resource ManagedExecutorService executor;

  @GET
  @Path("{id}")
  public String byRestClient(@PathParam("id") String id) {
    return steps.askByRestClient(id);
  }

  @GET
  @Path("{id}/by-client")
  public String byClient(@PathParam("id") String id) {
    return steps.askByClient(id);
  }

  @GET
  @Path("{id}/async")
  public void async(@PathParam("id") String id, @Suspended AsyncResponse response) {
    executor.execute(() -> response.resume(steps.count(id)));
  }

  @GET
  @Path("{id}/stage")
  public CompletionStage<String> stage(@PathParam("id") String id) {
    CompletableFuture<String> answer = new CompletableFuture<>();
    executor.execute(() -> answer.complete(steps.count(id)));
    return answer;
  }

  @GET
  @Path("{id}/async-failure")
  public void asyncFailure(@PathParam("id") String id, @Suspended AsyncResponse response) {
    executor.execute(() -> response.resume(new IllegalStateException("lost " + id)));
  }

  @GET
  @Path("{id}/failure")
  public String failure(@PathParam("id") String id) {
    return steps.fail(id);
  }

  @GET
  @Path("{id}/status/{status}")
  public Response status(@PathParam("status") int status) {
    return Response.status(status).build();
  }

  @GET
  @Path("{id}/baggage")
  public String baggage() {
    return Baggage.current().getEntryValue("customer");
  }
}
