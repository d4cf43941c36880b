// SPDX-License-Identifier: Apache-2.0
package dev.clew.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.SpanKind;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the parts of {@link HttpClientContract} have in common: a client, and who is asked. */
abstract class HttpClientFixture {

  @RegisterExtension final TracingExtension tracing = TracingExtension.create();

  OutsideServer server;
  private boolean started;

  /** Makes the client, traced by the adapter with what {@code Tracing.current()} gives. */
  protected abstract void startClient() throws Exception;

  /** Closes the client. */
  protected abstract void stopClient() throws Exception;

  /**
   * Sends a request and waits for the answer.
   *
   * @return the status code, whatever it is
   * @throws Exception what the client throws where there is no answer
   */
  protected abstract int send(ClientCall call) throws Exception;

  /**
   * Sends a request, and waits for nothing.
   *
   * @return completes with the status code, or with what the client fails with; cancelling it
   *     cancels the request
   */
  protected abstract CompletableFuture<Integer> sendLater(ClientCall call);

  /** What the client can do; every constant is declared. */
  protected abstract Capabilities<HttpClientCapability> capabilities();

  @BeforeEach
  void startServer() throws IOException {
    server = new OutsideServer();
  }

  @AfterEach
  void stopAll() throws Exception {
    restartClient();
    server.close();
  }

  /** Closes the client; the next call makes one anew. */
  final void restartClient() throws Exception {
    if (started) {
      started = false;
      stopClient();
    }
  }

  final void require(HttpClientCapability capability) {
    capabilities().require(capability);
  }

  final void configure(String key, String value) {
    tracing.configure(Map.of(key, value));
  }

  final int get(String path) throws Exception {
    return call(ClientCall.of("GET", server.uri(path)));
  }

  final int call(ClientCall call) throws Exception {
    start();
    return send(call);
  }

  final CompletableFuture<Integer> callLater(ClientCall call) throws Exception {
    start();
    return sendLater(call);
  }

  private void start() throws Exception {
    if (!started) {
      startClient();
      started = true;
    }
  }

  /** Sends to a port where nobody listens, and gives what the client throws. */
  final Exception failureOf(URI uri) {
    try {
      throw new AssertionError("an answer: " + call(ClientCall.of("GET", uri)));
    } catch (Exception failure) {
      return failure;
    }
  }

  /** The address of a server that has stopped. */
  static URI closedPort() throws IOException {
    try (OutsideServer stopped = new OutsideServer()) {
      return stopped.uri("/hello");
    }
  }

  final FinishedSpan clientSpan() {
    FinishedSpan span = tracing.take(SpanKind.CLIENT);
    assertThat(span.hasRemoteParent()).isFalse();
    return span;
  }

  static String traceparent(FinishedSpan span) {
    return "00-%s-%s-%02x".formatted(span.traceId(), span.spanId(), span.flags() & 0xff);
  }
}
