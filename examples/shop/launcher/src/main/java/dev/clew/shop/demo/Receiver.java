// SPDX-License-Identifier: Apache-2.0
package dev.clew.shop.demo;

import com.google.protobuf.InvalidProtocolBufferException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

/**
 * Receives spans as OTLP/HTTP in its protobuf encoding, on the loopback interface and any free
 * port.
 */
final class Receiver implements AutoCloseable {

  private static final String PROTOBUF = "application/x-protobuf";

  private final HttpServer http;
  private final Consumer<ResourceSpans> into;

  Receiver(Consumer<ResourceSpans> into) throws IOException {
    this.into = into;
    http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    http.createContext("/v1/traces", this::receive);
    http.start();
  }

  /** What {@code otel.exporter.otlp.endpoint} is to be set to. */
  String endpoint() {
    return "http://127.0.0.1:" + http.getAddress().getPort();
  }

  private void receive(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (!PROTOBUF.equals(exchange.getRequestHeaders().getFirst("Content-Type"))) {
        exchange.sendResponseHeaders(415, -1);
        return;
      }
      try (InputStream body = body(exchange)) {
        ExportTraceServiceRequest.parseFrom(body).getResourceSpansList().forEach(into);
      } catch (InvalidProtocolBufferException malformed) {
        exchange.sendResponseHeaders(400, -1);
        return;
      }
      exchange.getResponseHeaders().set("Content-Type", PROTOBUF);
      byte[] answer = ExportTraceServiceResponse.getDefaultInstance().toByteArray();
      exchange.sendResponseHeaders(200, answer.length == 0 ? -1 : answer.length);
      exchange.getResponseBody().write(answer);
    }
  }

  private static InputStream body(HttpExchange exchange) throws IOException {
    InputStream body = exchange.getRequestBody();
    boolean zipped = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
    return zipped ? new GZIPInputStream(body) : body;
  }

  @Override
  public void close() {
    http.stop(0);
  }
}
