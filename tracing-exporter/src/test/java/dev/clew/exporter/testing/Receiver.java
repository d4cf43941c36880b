// SPDX-License-Identifier: Apache-2.0
package dev.clew.exporter.testing;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;

/** A collector on the loopback interface that answers as told, and 200 where not told. */
public final class Receiver implements AutoCloseable {

  /** A request as it came. */
  public record Request(String path, Headers headers, ExportTraceServiceRequest body) {
    /** The names of its spans, scope by scope. */
    public List<String> names() {
      return body.getResourceSpansList().stream()
          .flatMap(resource -> resource.getScopeSpansList().stream())
          .flatMap(scope -> scope.getSpansList().stream())
          .map(span -> span.getName())
          .toList();
    }
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final ConcurrentLinkedQueue<HttpHandler> answers = new ConcurrentLinkedQueue<>();
  private final BlockingQueue<Request> requests = new LinkedBlockingQueue<>();
  private final List<String> names = new CopyOnWriteArrayList<>();
  private final Set<InetSocketAddress> peers = ConcurrentHashMap.newKeySet();

  public Receiver() {
    this(createServer());
  }

  public Receiver(HttpServer server) {
    this.server = server;
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  private static HttpServer createServer() {
    try {
      return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException failed) {
      throw new IllegalStateException(failed);
    }
  }

  public int port() {
    return server.getAddress().getPort();
  }

  public String url() {
    return "http://localhost:" + port();
  }

  /** How the next request that nothing was said of yet is answered. */
  public Receiver answers(HttpHandler answer) {
    answers.add(answer);
    return this;
  }

  public Receiver answers(int status) {
    return answers(exchange -> exchange.sendResponseHeaders(status, -1));
  }

  /** Waits for the next request. */
  public Request take() throws InterruptedException {
    Request request = requests.poll(30, TimeUnit.SECONDS);
    if (request == null) {
      throw new AssertionError("no request came");
    }
    return request;
  }

  /** How many requests nobody has taken. */
  public int waiting() {
    return requests.size();
  }

  /** The names of all spans of requests that were answered with 200. */
  public List<String> names() {
    return names;
  }

  /** From where requests came: as many as there were connections. */
  public Set<InetSocketAddress> peers() {
    return peers;
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      peers.add(exchange.getRemoteAddress());
      Request request = read(exchange);
      requests.add(request);
      HttpHandler answer = answers.poll();
      if (answer != null) {
        answer.handle(exchange);
      } else {
        names.addAll(request.names());
        exchange.sendResponseHeaders(200, -1);
      }
    }
  }

  private static Request read(HttpExchange exchange) throws IOException {
    boolean gzip = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
    InputStream raw = exchange.getRequestBody();
    try (InputStream in = gzip ? new GZIPInputStream(raw) : raw) {
      return new Request(
          exchange.getRequestURI().toString(),
          exchange.getRequestHeaders(),
          ExportTraceServiceRequest.parseFrom(in));
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
