// SPDX-License-Identifier: Apache-2.0
package dev.clew.testkit;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A server that is not traced and keeps what it was sent. {@code /status/418} answers 418, {@code
 * /redirect} points to {@code /hello}, {@code /silent} answers only when the server closes, {@code
 * /drop} closes the connection instead, anything else answers 200. Thread-safe.
 */
final class OutsideServer implements AutoCloseable {

  private final HttpServer server;
  private final ExecutorService workers = Executors.newCachedThreadPool();
  private final List<Received> received = new CopyOnWriteArrayList<>();
  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch closing = new CountDownLatch(1);

  /** A request that came in. */
  record Received(String path, Headers headers) {

    String header(String name) {
      List<String> values = headers.get(name);
      if (values != null && values.size() > 1) {
        throw new AssertionError(name + " was sent several times: " + values);
      }
      return values == null ? null : values.get(0);
    }
  }

  OutsideServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.setExecutor(workers);
    server.start();
  }

  int port() {
    return server.getAddress().getPort();
  }

  URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port() + path);
  }

  List<Received> received() {
    return received;
  }

  Received only() {
    if (received.size() != 1) {
      throw new AssertionError("expected one request, but got " + received);
    }
    return received.get(0);
  }

  /** Waits until the first request is here. */
  void awaitRequest() throws InterruptedException {
    asked.await();
  }

  private void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    received.add(new Received(path, exchange.getRequestHeaders()));
    asked.countDown();
    if (path.equals("/drop")) {
      exchange.close();
    } else if (path.equals("/silent")) {
      awaitClosing();
      exchange.close();
    } else {
      answer(exchange, path);
    }
  }

  private static void answer(HttpExchange exchange, String path) throws IOException {
    exchange.getResponseHeaders().set("X-Answer", "42");
    if (path.equals("/redirect")) {
      exchange.getResponseHeaders().set("Location", "/hello");
    }
    int status = status(path);
    byte[] body = "hello".getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, status == 204 ? -1 : body.length);
    if (status != 204) {
      exchange.getResponseBody().write(body);
    }
    exchange.close();
  }

  private static int status(String path) {
    if (path.equals("/redirect")) {
      return 302;
    }
    return path.startsWith("/status/") ? Integer.parseInt(path.substring(8)) : 200;
  }

  private void awaitClosing() {
    try {
      closing.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
    workers.shutdownNow();
  }
}
