// SPDX-License-Identifier: Apache-2.0
package dev.clew.jaxrs.restclient;

import dev.clew.jaxrs.client.TracedClients;
import dev.clew.testkit.Capabilities;
import dev.clew.testkit.ClientCall;
import dev.clew.testkit.HttpClientCapability;
import dev.clew.testkit.HttpClientContract;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.RuntimeDelegate;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.jboss.resteasy.core.providerfactory.ResteasyProviderFactoryImpl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

class RestClientTest extends HttpClientContract {

  @BeforeEach
  final void choose() {
    RuntimeDelegate.setInstance(new ResteasyProviderFactoryImpl());
  }

  @AfterEach
  final void forget() {
    RuntimeDelegate.setInstance(null);
  }

  /** The address is that of the client, so that each call has one of its own. */
  @Override
  protected void startClient() {}

  @Override
  protected void stopClient() {}

  @Override
  protected int send(ClientCall call) throws Exception {
    try (Anything client = TracedClients.wrap(Anything.class, client(call))) {
      try (Response response = call.method().equals("GET") ? client.get() : client.delete()) {
        return response.getStatus();
      }
    } catch (WebApplicationException error) {
      return error.getResponse().getStatus();
    }
  }

  @Override
  protected CompletableFuture<Integer> sendLater(ClientCall call) {
    return client(call).getLater().handle(RestClientTest::statusOf).toCompletableFuture();
  }

  private static int statusOf(Response response, Throwable thrown) {
    Throwable cause = thrown instanceof CompletionException ? thrown.getCause() : thrown;
    if (cause instanceof WebApplicationException error) {
      return error.getResponse().getStatus();
    }
    if (cause != null) {
      throw new CompletionException(cause);
    }
    return response.getStatus();
  }

  private static Anything client(ClientCall call) {
    RestClientBuilder builder =
        RestClientBuilder.newBuilder()
            .baseUri(call.uri())
            .followRedirects(true)
            .readTimeout(call.timeout().toMillis(), TimeUnit.MILLISECONDS);
    ClientRequestFilter headers =
        request -> call.headers().forEach(request.getHeaders()::putSingle);
    return builder.register(headers).build(Anything.class);
  }

  @Override
  protected Capabilities<HttpClientCapability> capabilities() {
    return Capabilities.of(HttpClientCapability.class)
        .has(
            HttpClientCapability.ASYNC,
            HttpClientCapability.FOLLOWS_REDIRECTS,
            HttpClientCapability.TIMEOUT,
            HttpClientCapability.CREDENTIALS)
        .lacks(HttpClientCapability.CANCEL, "the request goes on though nobody waits for it")
        .lacks(HttpClientCapability.SEES_REDIRECTS, "the engine sends again out of sight")
        .lacks(HttpClientCapability.UNKNOWN_METHOD, "there are annotations for known ones only");
  }
}
