// SPDX-License-Identifier: Apache-2.0
package dev.clew.testkit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPInputStream;

/**
 * Receives spans over OTLP/HTTP, as a collector does, from whatever a test has started: a server, a
 * container, another JVM. Finds fault with what is not as {@link OtlpChecks} has it. Thread-safe.
 */
public final class OtlpReceiver implements AutoCloseable {

  private static final String PATH = "/v1/traces";

  private final HttpServer http;
  private final ExecutorService threads = Executors.newCachedThreadPool(OtlpReceiver::thread);
  private final OtlpChecks checks;
  private final Duration limit;
  private final ReceivedSpans received = new ReceivedSpans();
  private final Set<String> given = ConcurrentHashMap.newKeySet();
  private volatile TestTraces current;

  private OtlpReceiver(HttpServer http, OtlpChecks checks, Duration limit) {
    this.http = http;
    this.checks = checks;
    this.limit = limit;
    this.current = new TestTraces("", "", received, given, limit);
    http.createContext("/", this::receive);
    http.createContext(TestChannel.PATH, new TestChannel(received, () -> current)::handle);
    http.setExecutor(threads);
    http.start();
  }

  /** On a free port of this machine, waiting 20 seconds at most. */
  public static OtlpReceiver start() {
    return start(OtlpChecks.allowing(), Duration.ofSeconds(20), "127.0.0.1");
  }

  /**
   * On a free port.
   *
   * @param limit how long tests wait for anything, at most
   * @param address of this machine, as senders know it
   */
  public static OtlpReceiver start(OtlpChecks checks, Duration limit, String address) {
    try {
      InetAddress here = InetAddress.getByName(address);
      HttpServer http = HttpServer.create(new InetSocketAddress(here, 0), 0);
      return new OtlpReceiver(http, checks, limit);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "clew-testkit-receiver");
    thread.setDaemon(true);
    return thread;
  }

  /** For {@code otel.exporter.otlp.endpoint}. */
  public String endpoint() {
    InetSocketAddress address = http.getAddress();
    return "http://" + address.getHostString() + ":" + address.getPort();
  }

  /**
   * For {@code otel.exporter.otlp.endpoint} of those whose traces are to be told from others'.
   *
   * @param sender a name that can be in a path as it is
   */
  public String endpoint(String sender) {
    return endpoint() + "/" + sender;
  }

  /** What has come since the receiver or, if one has begun, the last test started. */
  public TestTraces traces() {
    return current;
  }

  /**
   * A test begins; the one before is over.
   *
   * @param test its name, for people
   * @param sender whose traces are the test's, beside those of senders without a name
   */
  public TestTraces begin(String test, String sender) {
    current.end();
    current = new TestTraces(test, sender, received, given, limit);
    return current;
  }

  /** What of the messages was not as OTLP has it, since this was last asked. */
  public List<String> takeProblems() {
    return received.takeProblems();
  }

  /** Receives no more. */
  @Override
  public void close() {
    http.stop(0);
    threads.shutdown();
  }

  private void receive(HttpExchange exchange) throws IOException {
    try (exchange;
        InputStream body = body(exchange)) {
      add(exchange, ExportTraceServiceRequest.parseFrom(body));
      byte[] answer = ExportTraceServiceResponse.getDefaultInstance().toByteArray();
      exchange.getResponseHeaders().set("Content-Type", "application/x-protobuf");
      exchange.sendResponseHeaders(200, answer.length == 0 ? -1 : answer.length);
    }
  }

  private static InputStream body(HttpExchange exchange) throws IOException {
    InputStream body = exchange.getRequestBody();
    boolean zipped = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
    return zipped ? new GZIPInputStream(body) : body;
  }

  private void add(HttpExchange exchange, ExportTraceServiceRequest request) {
    String path = exchange.getRequestURI().getPath();
    List<String> problems = new ArrayList<>(checks.request(request));
    if (!exchange.getRequestMethod().equals("POST") || !path.endsWith(PATH)) {
      problems.add("spans came by " + exchange.getRequestMethod() + " " + path);
    }
    String type = exchange.getRequestHeaders().getFirst("Content-Type");
    if (!"application/x-protobuf".equals(type)) {
      problems.add("spans came as " + type);
    }
    received.add(sender(path), request.getResourceSpansList(), problems);
  }

  private static String sender(String path) {
    int end = path.lastIndexOf(PATH);
    return end <= 0 ? "" : path.substring(1, end);
  }
}
