// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.harness;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.clew.testkit.FinishedSpan;
import dev.clew.testkit.OtlpChecks;
import dev.clew.testkit.SpanDecoder;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;

/**
 * Receives spans over OTLP/HTTP, as a collector does, and finds fault with what is not as OTLP and
 * the semantic conventions have it. One for all tests: servers keep its address. Thread-safe.
 */
public final class OtlpReceiver {

  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final OtlpReceiver SHARED = start();

  private final HttpServer http;
  private final OtlpChecks checks = OtlpChecks.allowing();
  private final Map<String, List<ReceivedSpan>> traces = new LinkedHashMap<>();
  private final List<String> problems = new ArrayList<>();

  private OtlpReceiver(HttpServer http) {
    this.http = http;
    http.createContext("/", this::receive);
    http.start();
  }

  private static OtlpReceiver start() {
    try {
      return new OtlpReceiver(
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static OtlpReceiver shared() {
    return SHARED;
  }

  /** For {@code otel.exporter.otlp.endpoint}. */
  public String endpoint() {
    return "http://127.0.0.1:" + http.getAddress().getPort();
  }

  /** Waits for a trace with so many spans, and takes it. */
  public ReceivedTrace takeTrace(int spans) {
    return take(spans, id -> true);
  }

  /** Waits until that trace has so many spans, and takes it. */
  public ReceivedTrace takeTrace(String traceId, int spans) {
    return take(spans, traceId::equals);
  }

  private synchronized ReceivedTrace take(int spans, Predicate<String> wanted) {
    long deadline = System.nanoTime() + LIMIT.toNanos();
    while (true) {
      for (Iterator<Map.Entry<String, List<ReceivedSpan>>> all = traces.entrySet().iterator();
          all.hasNext(); ) {
        Map.Entry<String, List<ReceivedSpan>> trace = all.next();
        if (trace.getValue().size() >= spans && wanted.test(trace.getKey())) {
          all.remove();
          return new ReceivedTrace(trace.getKey(), trace.getValue());
        }
      }
      long left = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
      if (left <= 0) {
        throw new AssertionError("no trace with %d spans came, but:%n%s".formatted(spans, rest()));
      }
      try {
        wait(left);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        throw new AssertionError("interrupted", stopped);
      }
    }
  }

  /** All that came and no test has taken, and all that was wrong; forgets both. */
  synchronized List<String> leftovers() {
    List<String> all = new ArrayList<>(problems);
    if (!traces.isEmpty()) {
      all.add("no test took:\n" + rest());
    }
    problems.clear();
    traces.clear();
    return all;
  }

  private String rest() {
    StringBuilder rest = new StringBuilder();
    traces.forEach(
        (id, spans) ->
            rest.append("trace ")
                .append(id)
                .append('\n')
                .append(new ReceivedTrace(id, spans).tree()));
    return rest.toString();
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

  private synchronized void add(HttpExchange exchange, ExportTraceServiceRequest request) {
    String asked = exchange.getRequestMethod() + " " + exchange.getRequestURI();
    if (!asked.equals("POST /v1/traces")) {
      problems.add("spans came by " + asked);
    }
    String type = exchange.getRequestHeaders().getFirst("Content-Type");
    if (!"application/x-protobuf".equals(type)) {
      problems.add("spans came as " + type);
    }
    problems.addAll(checks.request(request));
    request.getResourceSpansList().forEach(this::add);
    notifyAll();
  }

  private void add(ResourceSpans received) {
    for (FinishedSpan span : SpanDecoder.decode(received)) {
      traces
          .computeIfAbsent(span.traceId(), id -> new ArrayList<>())
          .add(new ReceivedSpan(span.service(), span));
    }
  }
}
