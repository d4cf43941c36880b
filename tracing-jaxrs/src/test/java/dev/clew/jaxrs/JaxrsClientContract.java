// SPDX-License-Identifier: Apache-2.0
package dev.clew.jaxrs;

import dev.clew.testkit.ClientCall;
import dev.clew.testkit.HttpClientContract;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.Invocation;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.RuntimeDelegate;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The contract for JAX-RS clients. */
public abstract class JaxrsClientContract extends HttpClientContract {

  private Client client;

  /** Makes the implementation that is tested the one that the API uses. */
  protected abstract RuntimeDelegate implementation();

  /** The implementation's own. */
  protected abstract ClientBuilder newBuilder();

  /** The client as an application uses it. */
  protected abstract Client traced(Client made);

  @BeforeEach
  final void choose() {
    RuntimeDelegate.setInstance(implementation());
  }

  @AfterEach
  final void forget() {
    RuntimeDelegate.setInstance(null);
  }

  @Override
  protected void startClient() {
    client = traced(newBuilder().build());
  }

  @Override
  protected void stopClient() {
    client.close();
  }

  /** Waiting times belong to clients, so that each call has one of its own. */
  @Override
  protected int send(ClientCall call) {
    Client patient =
        traced(newBuilder().readTimeout(call.timeout().toMillis(), TimeUnit.MILLISECONDS).build());
    try (Response response = request(patient, call).build(call.method()).invoke()) {
      return response.getStatus();
    } finally {
      patient.close();
    }
  }

  @Override
  protected CompletableFuture<Integer> sendLater(ClientCall call) {
    CompletableFuture<Response> sent =
        request(client, call).rx().method(call.method()).toCompletableFuture();
    CompletableFuture<Integer> status = sent.thenApply(JaxrsClientContract::statusOf);
    status.whenComplete(
        (answer, failure) -> {
          if (status.isCancelled()) {
            sent.cancel(true);
          }
        });
    return status;
  }

  private static int statusOf(Response response) {
    response.close();
    return response.getStatus();
  }

  private static Invocation.Builder request(Client client, ClientCall call) {
    Invocation.Builder builder = client.target(call.uri()).request();
    call.headers().forEach(builder::header);
    return builder;
  }
}
