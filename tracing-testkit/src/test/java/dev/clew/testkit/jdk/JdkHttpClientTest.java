// SPDX-License-Identifier: Apache-2.0
package dev.clew.testkit.jdk;

import dev.clew.instrument.http.HttpClientTracer;
import dev.clew.instrument.runtime.Tracing;
import dev.clew.testkit.Capabilities;
import dev.clew.testkit.ClientCall;
import dev.clew.testkit.HttpClientCapability;
import dev.clew.testkit.HttpClientContract;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;

class JdkHttpClientTest extends HttpClientContract {

  private TracedClient client;

  @Override
  protected void startClient() {
    Tracing tracing = Tracing.current();
    client =
        new TracedClient(
            new HttpClientTracer(tracing.openTelemetry(), tracing.settings()),
            HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build());
  }

  /** The JDK's client has nothing to close before Java 21. */
  @Override
  protected void stopClient() {
    client = null;
  }

  @Override
  protected int send(ClientCall call) throws Exception {
    return client.send(request(call), BodyHandlers.ofString()).statusCode();
  }

  @Override
  protected CompletableFuture<Integer> sendLater(ClientCall call) {
    CompletableFuture<HttpResponse<String>> sent =
        client.sendAsync(request(call), BodyHandlers.ofString());
    CompletableFuture<Integer> status = sent.thenApply(HttpResponse::statusCode);
    status.whenComplete(
        (answer, failure) -> {
          if (status.isCancelled()) {
            sent.cancel(true);
          }
        });
    return status;
  }

  static HttpRequest request(ClientCall call) {
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(call.uri())
            .timeout(call.timeout())
            .method(call.method(), HttpRequest.BodyPublishers.noBody());
    call.headers().forEach(builder::header);
    return builder.build();
  }

  @Override
  protected Capabilities<HttpClientCapability> capabilities() {
    return Capabilities.of(HttpClientCapability.class)
        .has(
            HttpClientCapability.ASYNC,
            HttpClientCapability.CANCEL,
            HttpClientCapability.FOLLOWS_REDIRECTS,
            HttpClientCapability.TIMEOUT,
            HttpClientCapability.CREDENTIALS,
            HttpClientCapability.UNKNOWN_METHOD)
        .lacks(HttpClientCapability.SEES_REDIRECTS, "the client sends again out of sight");
  }
}
