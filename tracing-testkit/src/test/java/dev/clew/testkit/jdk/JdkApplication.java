// SPDX-License-Identifier: Apache-2.0
package dev.clew.testkit.jdk;

import static java.util.concurrent.CompletableFuture.completedFuture;

import com.sun.net.httpserver.HttpExchange;
import dev.clew.instrument.http.HttpServerSpan;
import dev.clew.testkit.ServerEndpoints;
import dev.clew.testkit.ServerEndpoints.PlannedFailure;
import io.opentelemetry.context.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/** The application of the contract, with a router that knows templates. */
final class JdkApplication implements TracedHandler.Endpoint {

  static final String BASE = "/jdk";

  private final Executor later;
  private final Map<String, TracedHandler.Endpoint> endpoints;

  JdkApplication(Executor later) {
    this.later = later;
    this.endpoints =
        Map.ofEntries(
            Map.entry(ServerEndpoints.HELLO, text(200, ServerEndpoints.HELLO_TEXT)),
            Map.entry(ServerEndpoints.ITEM, JdkApplication::item),
            Map.entry(ServerEndpoints.BAGGAGE, JdkApplication::baggage),
            Map.entry(ServerEndpoints.BAD, text(400, "bad")),
            Map.entry(ServerEndpoints.UNAVAILABLE, text(503, "unavailable")),
            Map.entry(ServerEndpoints.REDIRECT, JdkApplication::redirect),
            Map.entry(ServerEndpoints.HEADER, JdkApplication::header),
            Map.entry(ServerEndpoints.EXCEPTION, JdkApplication::exception),
            Map.entry(ServerEndpoints.ASYNC, this::async),
            Map.entry(ServerEndpoints.ASYNC_EXCEPTION, this::asyncException),
            Map.entry(ServerEndpoints.STREAM, JdkApplication::stream));
  }

  @Override
  public CompletionStage<Void> answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath().substring(BASE.length());
    String template = path.startsWith("/items/") ? ServerEndpoints.ITEM : path;
    TracedHandler.Endpoint endpoint = endpoints.get(template);
    if (endpoint == null) {
      return send(exchange, 404, "not found");
    }
    HttpServerSpan.current().route(BASE + template);
    return endpoint.answer(exchange);
  }

  private static CompletionStage<Void> item(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    return send(exchange, 200, ServerEndpoints.item(path.substring(path.lastIndexOf('/') + 1)));
  }

  private static CompletionStage<Void> baggage(HttpExchange exchange) throws IOException {
    return send(exchange, 200, ServerEndpoints.baggage());
  }

  private static CompletionStage<Void> redirect(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().set("Location", BASE + ServerEndpoints.HELLO);
    return send(exchange, 302, "elsewhere");
  }

  private static CompletionStage<Void> header(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().set("X-Answer", "42");
    return send(exchange, 200, "header");
  }

  private static CompletionStage<Void> exception(HttpExchange exchange) {
    throw new PlannedFailure();
  }

  private CompletionStage<Void> async(HttpExchange exchange) {
    return CompletableFuture.runAsync(
        Context.current()
            .wrap(
                () -> {
                  try {
                    send(exchange, 200, ServerEndpoints.item("async"));
                  } catch (IOException failure) {
                    throw new UncheckedIOException(failure);
                  }
                }),
        later);
  }

  private CompletionStage<Void> asyncException(HttpExchange exchange) {
    return CompletableFuture.runAsync(
        () -> {
          throw new PlannedFailure();
        },
        later);
  }

  private static CompletionStage<Void> stream(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, 0);
    byte[] block = new byte[1 << 16];
    try (OutputStream out = exchange.getResponseBody()) {
      for (int sent = 0; sent < ServerEndpoints.STREAM_BYTES; sent += block.length) {
        out.write(block);
      }
    }
    return completedFuture(null);
  }

  private static TracedHandler.Endpoint text(int status, String text) {
    return exchange -> send(exchange, status, text);
  }

  private static CompletionStage<Void> send(HttpExchange exchange, int status, String text)
      throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
    return completedFuture(null);
  }
}
