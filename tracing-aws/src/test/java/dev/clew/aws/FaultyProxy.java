// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Stands before a service on the loopback interface. Of every hundred requests ten go wrong, each
 * kind in its turn: the service is overloaded, throttles, or takes the request and its answer is
 * lost. That last one makes clients send what has arrived.
 */
public final class FaultyProxy implements AutoCloseable {

  private static final Set<String> NOT_FORWARDED =
      Set.of("host", "connection", "content-length", "expect", "upgrade", "transfer-encoding");

  private final HttpServer server;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI target;
  private final List<String> operations = new ArrayList<>();
  private int faults;
  private volatile int every = 10;
  private volatile int throttled = 400;
  private volatile Consumer<byte[]> listener = body -> {};

  public FaultyProxy(URI target) throws IOException {
    this.target = target;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  /** Lets one request of so many go wrong; 0 for none. */
  public FaultyProxy every(int requests) {
    every = requests;
    return this;
  }

  /** Shows all requests to somebody. */
  public FaultyProxy listener(Consumer<byte[]> requests) {
    listener = requests;
    return this;
  }

  /** What it answers when it throttles: 400 with a code, as services that speak JSON, or 429. */
  public FaultyProxy throttlesWith(int status) {
    throttled = status;
    return this;
  }

  public String uri() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** What was asked for, such as {@code PutItem} or a path, by requests that went wrong, too. */
  public synchronized List<String> operations() {
    return List.copyOf(operations);
  }

  public synchronized int faults() {
    return faults;
  }

  private synchronized int fault(HttpExchange exchange) {
    String action = exchange.getRequestHeaders().getFirst("X-Amz-Target");
    operations.add(
        action == null
            ? exchange.getRequestURI().getPath()
            : action.substring(action.indexOf('.') + 1));
    return every > 0 && operations.size() % every == 0 ? ++faults % 3 : -1;
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      listener.accept(body);
      int fault = fault(exchange);
      if (fault == 0) {
        send(exchange, 500, "{\"__type\":\"InternalServerError\"}");
      } else if (fault == 1) {
        send(exchange, throttled, "{\"__type\":\"ThrottlingException\"}");
      } else {
        HttpResponse<byte[]> answer = forward(exchange, body);
        if (fault != 2) {
          exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.0");
          send(exchange, answer.statusCode(), answer.body());
        }
      }
    }
  }

  private HttpResponse<byte[]> forward(HttpExchange exchange, byte[] body) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(target.resolve(exchange.getRequestURI()))
            .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    exchange
        .getRequestHeaders()
        .forEach(
            (name, values) -> {
              if (!NOT_FORWARDED.contains(name.toLowerCase(java.util.Locale.ROOT))) {
                request.header(name, values.get(0));
              }
            });
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    } catch (InterruptedException interrupted) {
      throw new IOException(interrupted);
    }
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    send(exchange, status, body.getBytes(StandardCharsets.UTF_8));
  }

  private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
