// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.zip.GZIPInputStream;

/**
 * A process that takes spans as OTLP/HTTP and counts them, so that the servers' processor time is
 * their own. Prints its port; then, for every line it reads, which names a service, how many of its
 * spans have come so far; ends with its standard input.
 */
public final class SpanCounter {

  private final Map<String, LongAdder> spans = new ConcurrentHashMap<>();

  private SpanCounter() {}

  /** Runs until nobody asks any more. */
  public static void main(String[] arguments) throws IOException {
    SpanCounter counter = new SpanCounter();
    HttpServer http =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    http.createContext("/v1/traces", counter::take);
    http.start();
    System.out.println(http.getAddress().getPort());
    BufferedReader questions =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
    for (String service = questions.readLine(); service != null; service = questions.readLine()) {
      System.out.println(counter.of(service).sum());
    }
    http.stop(0);
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange;
        InputStream body = body(exchange)) {
      for (ResourceSpans resource :
          ExportTraceServiceRequest.parseFrom(body).getResourceSpansList()) {
        LongAdder count = of(service(resource));
        resource.getScopeSpansList().forEach(scope -> count.add(scope.getSpansCount()));
      }
      exchange.getResponseHeaders().set("Content-Type", "application/x-protobuf");
      exchange.sendResponseHeaders(200, -1);
    }
  }

  private LongAdder of(String service) {
    return spans.computeIfAbsent(service, unseen -> new LongAdder());
  }

  private static String service(ResourceSpans spans) {
    return spans.getResource().getAttributesList().stream()
        .filter(attribute -> attribute.getKey().equals("service.name"))
        .map(attribute -> attribute.getValue().getStringValue())
        .findFirst()
        .orElse("");
  }

  private static InputStream body(HttpExchange exchange) throws IOException {
    InputStream body = exchange.getRequestBody();
    boolean zipped = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
    return zipped ? new GZIPInputStream(body) : body;
  }
}
