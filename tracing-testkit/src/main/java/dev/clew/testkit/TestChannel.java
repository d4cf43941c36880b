// SPDX-License-Identifier: Apache-2.0
package dev.clew.testkit;

import com.sun.net.httpserver.HttpExchange;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Gives the running test's spans to tests in other JVMs, which are {@link RemoteTraces}. Whoever
 * asks is kept waiting until there is something new. Thread-safe.
 */
final class TestChannel {

  static final String PATH = "/clew-testkit/";
  static final String SPANS = "spans?known=";
  static final String TAKEN = "taken";
  static final String IGNORED = "ignored";
  static final String BEGUN = "begun";
  static final String VERSION = "Clew-Version";

  /** Shorter than any connection is kept. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final ReceivedSpans received;
  private final Supplier<TestTraces> test;

  TestChannel(ReceivedSpans received, Supplier<TestTraces> test) {
    this.received = received;
    this.test = test;
  }

  void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String asked = exchange.getRequestURI().toString().substring(PATH.length());
      if (asked.startsWith(SPANS)) {
        sendSpans(exchange, Long.parseLong(asked.substring(SPANS.length())));
        return;
      }
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(isDone(asked, body) ? 204 : 404, -1);
    }
  }

  private boolean isDone(String asked, String body) {
    switch (asked) {
      case TAKEN ->
          body.lines().map(id -> id.split("-")).forEach(id -> received.take(id[0], id[1]));
      case IGNORED -> test.get().ignoreOthers();
      case BEGUN -> test.get().begin(body);
      default -> {
        return false;
      }
    }
    return true;
  }

  private void sendSpans(HttpExchange exchange, long known) throws IOException {
    long version = received.awaitNewsSince(known, PATIENCE);
    byte[] spans =
        ExportTraceServiceRequest.newBuilder()
            .addAllResourceSpans(received.messages(test.get()::isOwn))
            .build()
            .toByteArray();
    exchange.getResponseHeaders().set(VERSION, Long.toString(version));
    exchange.sendResponseHeaders(200, spans.length == 0 ? -1 : spans.length);
    exchange.getResponseBody().write(spans);
  }
}
