// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.app;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.Invocation;
import java.net.URI;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Front's resource that asks others asynchronously: each method in another way. */
@Path("later")
@RequestScoped
public class LaterResource {

  private static final URI NOWHERE = URI.create("http://127.0.0.1:1/");

  @Inject @RestClient LaterClient back;

  @Inject
  @ConfigProperty(name = "back/mp-rest/url")
  URI backUri;

  @GET
  @Path("rest-client")
  public String byRestClient() throws InterruptedException, ExecutionException {
    return back.item("7").toCompletableFuture().get();
  }

  @GET
  @Path("rx")
  public String reactive() throws InterruptedException, ExecutionException {
    return ask(item(), request -> request.rx().get(String.class).toCompletableFuture());
  }

  @GET
  @Path("future")
  public String future() throws InterruptedException, ExecutionException {
    return ask(item(), request -> request.async().get(String.class));
  }

  @GET
  @Path("nobody")
  public String nobody() throws InterruptedException {
    try {
      return ask(NOWHERE, request -> request.rx().get(String.class).toCompletableFuture());
    } catch (ExecutionException expected) {
      return expected.getCause().getClass().getSimpleName();
    }
  }

  private URI item() {
    return URI.create(backUri + "/items/7");
  }

  private static String ask(URI uri, Function<Invocation.Builder, Future<String>> way)
      throws InterruptedException, ExecutionException {
    Client client = ClientBuilder.newClient();
    try {
      return way.apply(client.target(uri).request()).get();
    } finally {
      client.close();
    }
  }
}
