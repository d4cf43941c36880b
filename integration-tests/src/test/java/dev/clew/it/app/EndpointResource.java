// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.app;

import dev.clew.api.SpanTag;
import dev.clew.api.Traced;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A resource whose methods are traced, as MicroProfile OpenTracing wanted it. */
@Path("endpoints")
@RequestScoped
@Traced
public class EndpointResource {

  @Inject Refused refused;

  @GET
  @Path("named/{id}")
  @Traced(operationName = "look up")
  @SpanTag("app.answer")
  public String named(@SpanTag("app.id") @PathParam("id") String id) {
    return "named " + id;
  }

  @GET
  @Path("stage")
  public CompletionStage<String> stage() {
    return CompletableFuture.completedStage("staged");
  }

  @GET
  @Path("failure")
  public String failure() {
    throw new IllegalStateException("out of order");
  }

  @GET
  @Path("by-field")
  public String byField() {
    return refused.byField();
  }

  @GET
  @Path("by-constructor")
  public String byConstructor() {
    return refused.byConstructor();
  }
}
